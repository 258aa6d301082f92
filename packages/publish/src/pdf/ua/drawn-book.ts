import type { Ink } from '../ink.ts'
import { type PdfFile, streamOf } from '../pdf-file.ts'
import { named, type Resources } from '../resources.ts'
import type { FailedCondition } from './claim.ts'
import { type GeneratedText, rewriteMarks, type TextEnds } from './drawing.ts'
import { emphasisMarks } from './fonts.ts'
import { type DrawnMarks, markConditions, readMarks } from './marks.ts'
import { noPieces, type PagePieces, pagePieces } from './resolve.ts'
import type { Structure } from './structure.ts'
import type { TaggedPages } from './tags.ts'
import { UsedGlyphs } from './used-glyphs.ts'

/** What the drawings of a file tell while they are rewritten; those inside of others come before them. */
export class DrawnBook {
  readonly glyphs: UsedGlyphs
  readonly #hasTags: boolean
  readonly #pieces: ReadonlyMap<number, PagePieces>
  /** Drawings inside of others, and their dictionaries. */
  readonly #inner = new Map<number, string>()
  readonly #withPieces: ReadonlySet<number>
  readonly #withText = new Set<number>()
  readonly #decoration = new Map<number, Set<number>>()
  readonly #generated = new Map<number, GeneratedText[]>()
  readonly #ends = new Map<number, TextEnds>()
  readonly #marks = new Map<number, DrawnMarks>()

  constructor(file: PdfFile, resources: Resources, structure: Structure | undefined) {
    this.glyphs = new UsedGlyphs(emphasisMarks(file, resources.fonts))
    this.#hasTags = structure !== undefined
    this.#pieces = pagePieces(structure?.document)
    for (const number of resources.drawings) {
      this.#inner.set(number, streamOf(file, number)?.dictionary ?? '')
    }
    this.#withPieces = holders(this.#inner, this.#pieces)
  }

  /** The drawing of a page; `middle` parts heads from feet. */
  rewritePage(page: number, source: string, ink: Ink, middle: number): string {
    return this.#rewrite(page, source, ink, { middle, isInner: false })
  }

  /** A drawing inside of another. One without pieces belongs to the mark that it is drawn in. */
  rewriteInner(number: number, source: string, ink: Ink): string {
    if (this.#withPieces.has(number)) return this.#rewrite(number, source, ink, { middle: 0, isInner: true })
    if (/^BT$/m.test(source)) this.#withText.add(number)
    const { drawing } = rewriteMarks(source, ink, this.glyphs, undefined)
    this.#marks.set(number, readMarks(drawing))
    return drawing
  }

  #rewrite(number: number, source: string, ink: Ink, place: { middle: number; isInner: boolean }): string {
    const own = this.#pieces.get(number) ?? noPieces()
    const inner = { withPieces: this.#withPieces, withText: this.#withText, ends: this.#ends }
    const marks = this.#hasTags ? { ...own, ...place, ...inner } : undefined
    const { drawing, decoration, generated, ends } = rewriteMarks(source, ink, this.glyphs, marks)
    this.#decoration.set(number, decoration)
    this.#generated.set(number, generated)
    if (ends) this.#ends.set(number, ends)
    this.#marks.set(number, readMarks(drawing))
    return drawing
  }

  /** What the structure needs to know of the drawings: `texts` are the pages' dictionaries. */
  tagged(pages: readonly number[], texts: readonly string[]): Omit<TaggedPages, 'annotations'> {
    const inner = [...this.#withPieces]
    return {
      drawings: [...pages, ...inner],
      texts: [...texts, ...inner.map((number) => this.#inner.get(number) ?? '')],
      inner: new Set(this.#inner.keys()),
      decoration: this.#decoration,
      generated: this.#generated,
    }
  }

  /** The conditions that what is written fails: `isOwned` says whether the structure holds a piece. */
  conditions(
    pages: readonly number[],
    isOwned: (drawing: number, mcid: number) => boolean,
  ): FailedCondition[] {
    return markConditions({ marks: this.#marks, pages, isOwned })
  }
}

/** The drawings inside of others that hold pieces, or drawings that do. */
function holders(inner: ReadonlyMap<number, string>, pieces: ReadonlyMap<number, PagePieces>): Set<number> {
  const outer = new Map<number, number[]>()
  for (const [number, dictionary] of inner) {
    for (const [, held] of named(dictionary, 'XObject')) outer.set(held, [...(outer.get(held) ?? []), number])
  }
  const found = new Set<number>()
  const waiting = [...inner.keys()].filter((number) => pieces.has(number))
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (found.has(number)) continue
    found.add(number)
    waiting.push(...(outer.get(number) ?? []))
  }
  return found
}
