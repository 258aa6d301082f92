/** First bytes of files that people take for notes, as Latin-1. */
const signatures: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a Word, OpenDocument or zip file'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Word file'],
  ['{\\rtf', 'an RTF file'],
  ['%PDF-', 'a PDF'],
  ['\u0089PNG', 'an image'],
  ['\u00FF\u00D8\u00FF', 'an image'],
  ['GIF8', 'an image'],
]

/** What a file is that holds no text, in words; `undefined` for what may be notes. */
export function formatWithoutText(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  return signatures.find(([signature]) => head.startsWith(signature))?.[1]
}
