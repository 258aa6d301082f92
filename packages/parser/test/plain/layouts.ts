/** Ways to lay out the same plain text. */
export const layouts: Record<string, (text: string) => string> = {
  'with • two spaces in': (text) => text,
  'with dashes': (text) => text.replace(/^( *)•/gm, '$1-'),
  'with stars in the margin': (text) => text.replace(/^ {2}( *)•/gm, '$1*'),
  'with ・ and no space behind it': (text) => text.replace(/^ {2}( *)• ?/gm, '$1・'),
  'indented by tabs': (text) =>
    text.replace(/^( *)•/gm, (_, space: string) => `${'\t'.repeat(space.length / 2)}-`),
  'indented by full-width spaces': (text) =>
    text.replace(/^( *)•/gm, (_, space: string) => `${'\u3000'.repeat(space.length / 2)}・`),
  'indented by one space': (text) =>
    text.replace(/^( *)•/gm, (_, space: string) => `${' '.repeat(space.length / 2)}-`),
  'indented as a whole': (text) => text.replace(/^(?=.)/gm, '    '),
  'with Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'with lists right under their titles': (text) => text.replace(/\n\n( *•)/g, '\n$1'),
  'with URLs right under their titles': (text) => text.replace(/\n\n(http)/g, '\n$1'),
  'without blank lines': (text) => text.replace(/\n+/g, '\n'),
  'with many blank lines': (text) => text.replaceAll('\n\n', '\n\n\n\n'),
  'with spaces at the ends of lines': (text) => text.replaceAll('\n', ' \u3000\n'),
}
