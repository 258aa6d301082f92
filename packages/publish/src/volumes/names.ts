/** How volumes are called in a book's language. */
export interface VolumeWords {
  /** On title pages and in titles: `第2巻`. */
  name(number: number): string
  /** Before a page number in another volume: `②`. */
  mark(number: number): string
}

const japanese: VolumeWords = { name: (number) => `第${number}巻`, mark: circled }

const english: VolumeWords = { name: (number) => `Volume ${number}`, mark: (number) => `${number}:` }

export function volumeWords(language: string): VolumeWords {
  return /^ja\b/iu.test(language) ? japanese : english
}

/** Name of a volume's files without an extension: `book` of the only volume, `book-1` of the first of several. */
export function volumeFile(name: string, at: number, count: number): string {
  return count > 1 ? `${name}-${at + 1}` : name
}

/** The last numbers of Unicode’s three rows of circled numbers, and the character of each row’s first. */
const ROWS = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
] as const

function circled(number: number): string {
  const row = ROWS.find(([first, last]) => number >= first && number <= last)
  return row ? String.fromCodePoint(row[2] + number - row[0]) : `(${number})`
}
