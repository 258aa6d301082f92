import { plainRule } from './plain/rules.ts'
import type { Rule } from './rule.ts'
import { syntaxRule } from './syntax/rules.ts'

/** Diagnostics of reading a file, by a short key for the code that reports it. */
export const rule = {
  frontMatter: {
    id: 'parser/front-matter',
    level: 'warning',
    summary: 'The front matter cannot be read, so its keys have no effect.',
    hint: 'Write `key: value` lines between two lines of `---`, or close the fence.',
    example: '---\ntitle: "open\n---',
  },
  frontMatterValue: {
    id: 'parser/front-matter-value',
    level: 'warning',
    summary: 'A key of the front matter has a value of another kind, so it has no effect.',
    hint: 'Write a value of the kind that is named, or leave the key out.',
    example: '---\ndraft: maybe\n---',
  },
  duplicateId: {
    id: 'parser/duplicate-id',
    level: 'warning',
    summary: 'An id stands in two front matters of the book; the second one gets a number.',
    hint: 'Give it an id of its own; ids that differ in case alone count as the same.',
    example: 'id: opening in events/01-a/01-a.md and id: Opening in events/02-b/01-b.md',
  },
  untitled: {
    id: 'parser/untitled',
    level: 'warning',
    summary: 'An event or a session has no title.',
    hint: 'Begin the file with `# ` and the title, or write `title:` in the front matter.',
    example: '- the first line of a session’s file',
  },
  headingSpace: {
    id: 'parser/heading-space',
    level: 'info',
    summary: 'A line that begins with # and has no space behind it is read as a heading.',
    hint: 'Put a space behind the #, or write \\# where the line is no heading.',
    example: '##質疑応答',
  },
  deepList: {
    id: 'parser/deep-list',
    level: 'warning',
    summary: 'This stands more than 100 levels deep, so it is kept as text of the level above.',
    hint: 'Indent it less, or make it a section of its own; close what a mark such as * or [ opens.',
    example: '- 1\n  - 2\n    - … 101',
  },
  tooLarge: {
    id: 'parser/too-large',
    level: 'error',
    summary: 'This file has more list items than can be read, so all of it is kept as it is.',
    hint: 'Cut it into files of at most 250,000 list items.',
    example: '- 1\n- 2\n- … 250,001',
  },
  importOrder: {
    id: 'parser/import-order',
    level: 'info',
    summary: 'A section of an event stands behind its sessions; imported, it comes before them.',
    hint: 'Make it a session of its own, or an afterword (`back:` in book.yaml), where its place matters.',
    example: '# An event\n\n## A talk\n\n# Summary',
  },
  missingEvent: {
    id: 'parser/missing-event',
    level: 'warning',
    summary: 'The sessions of this folder have no event.',
    hint: 'Put an event.md with the title of the event beside them.',
    example: 'events/01-autumn/01-sre.md without events/01-autumn/event.md',
  },
  failure: {
    id: 'parser/failure',
    level: 'error',
    summary: 'The parser failed on this file; what it could not read is kept as it is.',
    hint: 'Please report this with the file, and cut the file in two to find the place.',
    example: 'a line that no one thought of',
  },
  encoding: {
    id: 'parser/encoding',
    level: 'info',
    summary: 'This file is not UTF-8; its encoding is guessed.',
    hint: 'Save it as UTF-8.',
    example: 'the bytes 83 81 83 82, メモ in Shift_JIS',
  },
  unknownEncoding: {
    id: 'parser/unknown-encoding',
    level: 'warning',
    summary: 'The name of the encoding is not known, so the encoding is guessed.',
    hint: 'Give one of utf-8, utf-16, shift_jis (cp932), euc-jp, windows-1252.',
    example: '--encoding jis7',
  },
  unreadable: {
    id: 'parser/unreadable',
    level: 'warning',
    summary:
      'A character cannot be read and became U+FFFD: a NUL, half of a pair, or bytes of another encoding.',
    hint: 'Type the character again, or save the file as UTF-8.',
    example: 'the byte 00 in a line',
  },
  zeroWidth: {
    id: 'parser/zero-width',
    level: 'info',
    summary: 'Characters without width stand in the text; they stay there.',
    hint: 'Delete them if words are not found or linked.',
    example: 'メモ, then U+200B, then 帳',
  },
} as const satisfies Record<string, Rule>

/** The table of rules of this package. */
export const rules: Rule[] = [rule, plainRule, syntaxRule].flatMap((table) => Object.values<Rule>(table))
