import { PDFDocument } from '@cantoo/pdf-lib'
import { type Drawings, readDrawings } from './drawings.ts'
import { PdfObjects } from './objects.ts'
import { readTags, type Tags } from './tags.ts'

/** A PDF with its structure and with what its pages draw, each read once. */
export class CheckedFile extends PdfObjects {
  #tags: Tags | undefined
  #drawings: Drawings | undefined

  static async open(bytes: Uint8Array): Promise<CheckedFile> {
    return new CheckedFile(await PDFDocument.load(bytes, { updateMetadata: false }))
  }

  get tags(): Tags {
    this.#tags ??= readTags(this)
    return this.#tags
  }

  get drawings(): Drawings {
    this.#drawings ??= readDrawings(this)
    return this.#drawings
  }
}
