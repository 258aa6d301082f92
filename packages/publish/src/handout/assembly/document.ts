import { infoDictionary, type Metadata, xmpPacket } from '../../pdf/metadata.ts'
import { type OutlineEntry, outlineObjects } from '../../pdf/outline.ts'
import { streamObject, textString } from '../../pdf/pdf-file.ts'
import { type ByteSink, PdfWriter } from './writer.ts'

/** What a file says about itself. */
export interface DocumentFacts {
  metadata: Metadata
  /** Whether it says that it follows PDF/UA-1. */
  isAccessible: boolean
  outline: readonly OutlineEntry[]
  /** Where each `id` of the outline stands. */
  place(id: string): { page: number; top: number } | undefined
  /** What viewers call the pages, one a page; none where they are to count them. */
  labels: readonly PageLabel[]
}

/** The number of a page as it is printed, and what tells it from the same number of another handout. */
export interface PageLabel {
  prefix: string
  number: number
}

/** A file that is written as its pages come: what ties them together follows at the end. */
export class DocumentWriter {
  readonly writer: PdfWriter
  readonly #tree: number
  readonly #nodes: number[] = []
  readonly #pages: number[] = []

  constructor(sink: ByteSink) {
    this.writer = new PdfWriter(sink)
    this.#tree = this.writer.reserve()
  }

  /** Ends a run of pages whose parent is `node`. */
  addPages(node: number, pages: readonly number[]): void {
    this.writer.put(
      node,
      `<</Type /Pages\n/Count ${pages.length}\n/Kids [${listed(pages)}]\n/Parent ${this.#tree} 0 R>>`,
    )
    this.#nodes.push(node)
    this.#pages.push(...pages)
  }

  async end(
    { metadata, isAccessible, outline, place, labels }: DocumentFacts,
    catalog: readonly string[],
  ): Promise<void> {
    const { writer } = this
    writer.put(this.#tree, `<</Type /Pages\n/Count ${this.#pages.length}\n/Kids [${listed(this.#nodes)}]>>`)
    const xmp = writer.add(
      streamObject('<</Type /Metadata\n/Subtype /XML>>', Buffer.from(xmpPacket(metadata, isAccessible))),
    )
    const entries = [...catalog, `/Pages ${this.#tree} 0 R`, `/Metadata ${xmp} 0 R`]
    if (outline.length > 0) {
      const first = writer.next
      for (const object of outlineObjects(outline, place, this.#pages, first)) writer.add(object)
      entries.push(`/Outlines ${first} 0 R`, '/PageMode /UseOutlines')
    }
    if (labels.length > 0) entries.push(`/PageLabels <</Nums [${labelRanges(labels)}]>>`)
    await writer.end(writer.add(dictionary(entries)), writer.add(infoDictionary(metadata)))
  }
}

/** A dictionary of entries that are text already; empty ones are left out. */
export function dictionary(entries: readonly string[]): string {
  return `<<${entries.filter((entry) => entry !== '').join('\n')}>>`
}

/** References to objects. */
export function listed(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ')
}

/** A number tree: a range where the prefix changes or the number does not follow. */
function labelRanges(labels: readonly PageLabel[]): string {
  return labels
    .flatMap(({ number, prefix }, at) => {
      const before = labels[at - 1]
      if (before?.prefix === prefix && before.number + 1 === number) return []
      const named = prefix === '' ? '' : `\n/P ${textString(prefix)}`
      return `${at} <</S /D\n/St ${number}${named}>>`
    })
    .join(' ')
}
