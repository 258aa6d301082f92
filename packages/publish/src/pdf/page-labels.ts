import type { PrintedPage } from './sheet.ts'

/** The number tree of page labels: a range where the style changes or the number does not follow. */
export function pageLabelTree(pages: readonly PrintedPage[]): string {
  const ranges: string[] = []
  let style = ''
  for (const [at, { label }] of pages.entries()) {
    const now = /^\d/.test(label) ? 'D' : 'r'
    if (now !== style) ranges.push(`${at} <</S /${now}>>`)
    style = now
  }
  return `<</Nums [${ranges.join(' ')}]>>`
}
