import type { PrintedPage, Sheet } from './sheet.ts'

/** The pages and the sheets of one volume, the last ones excluded. */
export interface VolumeRange {
  from: number
  to: number
  fromSheet: number
  toSheet: number
}

/** Where the sheets of a book lie once blank pages are inserted. */
export interface Pagination {
  /** Blank pages before each sheet. */
  blanks: number[]
  pages: PrintedPage[]
  /** The volumes; one where the book is not cut. */
  volumes: VolumeRange[]
  /** Turns a page of the flow without blanks into the index of the printed page. */
  printed(flowPage: number): number
}

/**
 * Lays sheets onto pages. `starts` are their first pages in the flow without blanks, `flowPages` the length of
 * that flow. The last sheet of a volume closes it: it is moved back until the number of pages is a multiple. Numbers
 * run on from volume to volume, so that every volume but the last has an even number of pages.
 */
export function paginate(
  sheets: readonly Sheet[],
  starts: readonly number[],
  flowPages: number,
  multipleOf: number,
): Pagination {
  const blanks: number[] = []
  const pages: PrintedPage[] = []
  const shifts: number[] = []
  const volumes: VolumeRange[] = []
  const even = multipleOf % 2 === 0 ? multipleOf : multipleOf * 2
  const numbers = { roman: 0, arabic: 0 }
  const nextLabel = (numbering: Sheet['numbering']): string => pageLabel(++numbers[numbering], numbering)
  let before: Sheet['numbering'] | undefined
  for (const [at, sheet] of sheets.entries()) {
    const { numbering, heads } = sheet
    const count = (starts[at + 1] ?? flowPages) - (starts[at] ?? 0)
    const last = at === sheets.length - 1
    const closes = last || sheets[at + 1]?.volume !== sheet.volume
    const { to: from, toSheet: fromSheet } = volumes.at(-1) ?? { to: 0, toSheet: 0 }
    const blank = closes
      ? blanksToEnd(sheet, pages.length - from, count, last ? multipleOf : even)
      : blanksBefore(sheet, pages.length)
    blanks.push(blank)
    for (let page = 0; page < blank; page++) {
      pages.push({ label: nextLabel(before ?? numbering), folio: false, head: '' })
    }
    before = numbering
    shifts.push(pages.length - (starts[at] ?? 0))
    for (let page = 0; page < count; page++) {
      const verso = pages.length % 2 === 1
      const head = page === 0 || !heads ? '' : verso ? heads.verso : heads.recto
      pages.push({ label: nextLabel(numbering), folio: sheet.folios, head })
    }
    if (closes) volumes.push({ from, to: pages.length, fromSheet, toSheet: at + 1 })
  }
  return {
    blanks,
    pages,
    volumes,
    printed: (flowPage) => flowPage + (shifts[lastAtMost(starts, flowPage)] ?? 0),
  }
}

/** `pages` is the number of pages before the sheet: the next one is a recto if it is even. */
function blanksBefore(sheet: Sheet, pages: number): number {
  if (sheet.opens === 'any') return 0
  return (pages % 2 === 0) === (sheet.opens === 'recto') ? 0 : 1
}

function blanksToEnd(sheet: Sheet, pages: number, count: number, multipleOf: number): number {
  const before = blanksBefore(sheet, pages)
  if (multipleOf <= 1) return before
  const total = pages + before + count
  const padded = Math.ceil(total / multipleOf) * multipleOf
  // An even multiple keeps the closing page on the side that it wants.
  if ((padded - total) % 2 === 0) return before + padded - total
  const least = pages + count
  return Math.ceil(least / multipleOf) * multipleOf - least
}

/** Index of the last number that is not above `value`; numbers ascend. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A page number as it is printed. */
export function pageLabel(number: number, numbering: Sheet['numbering']): string {
  return numbering === 'roman' ? romanNumber(number) : String(number)
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** The number that roman letters stand for. */
export function romanValue(label: string): number {
  let rest = label
  let number = 0
  for (const [value, letters] of ROMAN) {
    for (; rest.startsWith(letters); rest = rest.slice(letters.length)) number += value
  }
  return number
}

function romanNumber(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}
