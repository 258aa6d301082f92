import { dictionary, listed } from './document.ts'
import type { PdfWriter } from './writer.ts'

/** The part of a structure that is added: numbers of objects in the new file. */
export interface StructurePart {
  /** Uppermost elements. */
  roots: readonly number[]
  /** What the tree of parents says of each key, the keys rising. */
  parents: readonly (readonly [key: number, value: string])[]
  /** Elements by the string that names them, rising. */
  ids: readonly (readonly [id: string, element: number])[]
}

/** The structure of a document that is put together of parts. */
export class Structure {
  readonly root: number
  /** The element that holds the whole document. */
  readonly document: number
  nextKey = 0
  readonly #writer: PdfWriter
  readonly #tops: number[] = []
  readonly #parents: number[] = []
  readonly #ids: number[] = []
  #lastId = 0

  constructor(writer: PdfWriter) {
    this.#writer = writer
    this.root = writer.reserve()
    this.document = writer.reserve()
  }

  /** A name for an element that no other has; each is greater than those before. */
  nextId(): string {
    return `(id${String(++this.#lastId).padStart(8, '0')})`
  }

  add({ roots, parents, ids }: StructurePart): void {
    this.#tops.push(...roots)
    if (parents.length > 0) {
      const entries = parents.map(([key, value]) => `${key} ${value}`)
      const limits = `${parents[0]?.[0]} ${parents.at(-1)?.[0]}`
      this.#parents.push(this.#writer.add(`<</Limits [${limits}]\n/Nums [${entries.join(' ')}]>>`))
    }
    if (ids.length > 0) {
      const entries = ids.map(([id, element]) => `${id} ${element} 0 R`)
      const limits = `${ids[0]?.[0]} ${ids.at(-1)?.[0]}`
      this.#ids.push(this.#writer.add(`<</Limits [${limits}]\n/Names [${entries.join(' ')}]>>`))
    }
  }

  /** Writes the trees; `root` and `document` are further entries of the two uppermost objects. */
  end(root: readonly string[], document: readonly string[]): void {
    const parents = this.#writer.add(`<</Kids [${listed(this.#parents)}]>>`)
    const ids = this.#ids.length > 0 ? this.#writer.add(`<</Kids [${listed(this.#ids)}]>>`) : undefined
    this.#writer.put(
      this.document,
      dictionary([...document, `/P ${this.root} 0 R`, `/K [${listed(this.#tops)}]`]),
    )
    this.#writer.put(
      this.root,
      dictionary([
        ...root,
        `/K ${this.document} 0 R`,
        `/ParentTree ${parents} 0 R`,
        `/ParentTreeNextKey ${this.nextKey}`,
        ids === undefined ? '' : `/IDTree ${ids} 0 R`,
      ]),
    )
  }
}
