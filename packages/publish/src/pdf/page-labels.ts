import { romanValue } from './paginate.ts'
import type { PrintedPage } from './sheet.ts'

/** The number tree of page labels: a range where the style changes or the number does not follow. */
export function pageLabelTree(pages: readonly Pick<PrintedPage, 'label'>[]): string {
  const ranges: string[] = []
  let expected = ''
  for (const [at, { label }] of pages.entries()) {
    const style = /^\d/.test(label) ? 'D' : 'r'
    const number = style === 'D' ? Number(label) : romanValue(label)
    if (`${style}${number}` !== expected) {
      ranges.push(`${at} <</S /${style}${number === 1 ? '' : ` /St ${number}`}>>`)
    }
    expected = `${style}${number + 1}`
  }
  return `<</Nums [${ranges.join(' ')}]>>`
}
