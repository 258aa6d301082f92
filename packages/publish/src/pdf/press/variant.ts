import { rewriteDrawing } from '../ink.ts'
import {
  objectText,
  pageObjects,
  readPdf,
  reference,
  type Replacement,
  streamObject,
  streamOf,
  writePdf,
} from '../pdf-file.ts'

/** A page's boxes by name: left, lower, right, upper, in points. */
export type Boxes = Record<string, number[]>

/** What a press needs of the printed book. */
export interface PressVariant {
  pdf: Buffer
  /** Its title, as a PDF writes a string. */
  title: string
  pages: Boxes[]
  /** Indexes of the pages with transparency. */
  transparent: number[]
}

/** Entries of a page that only readers on a screen have a use for. */
const SCREEN = [/\/Annots \[[^\]]*\]\n?/, /\/StructParents \d+\n?/, /\/Tabs \/\w+\n?/]

/**
 * The printed book without links, tags, outline and metadata, all of which end at the press. Neutral greys become
 * shades of K, so that text and rules in them need one plate.
 */
export async function pressVariant(finished: Uint8Array): Promise<PressVariant> {
  const file = readPdf(finished)
  const replaced = new Map<number, Replacement>()
  const pages: Boxes[] = []
  const transparent: number[] = []
  const drawings = new Set<number>()
  const seen = new Map<number, boolean>()
  for (const [index, number] of pageObjects(file).entries()) {
    const page = objectText(file, number)
    pages.push(boxesOf(page))
    replaced.set(
      number,
      SCREEN.reduce((text, entry) => text.replace(entry, ''), page),
    )
    const contents = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(page)
    for (const each of referencesIn(contents?.[1] ?? contents?.[2] ?? '')) drawings.add(each)
    if (isTransparent(page)) transparent.push(index)
  }
  for (const number of drawings) {
    const stream = streamOf(file, number)
    const rewritten = stream && (await rewriteDrawing(stream, 'neutrals'))
    if (rewritten) replaced.set(number, streamObject(rewritten.dictionary, rewritten.data))
  }
  const tree = reference(objectText(file, file.root), 'Pages')
  replaced.set(file.root, `<</Type /Catalog\n/Pages ${tree} 0 R>>`)
  const title = /\/Title (<[0-9A-F]*>)/.exec(objectText(file, file.info))?.[1] ?? '()'
  return { pdf: writePdf(file, replaced, [], '0'.repeat(32)), title, pages, transparent }

  /** Looks through the resources of a page or drawing; notes the drawings inside of it on the way. */
  function isTransparent(dictionary: string): boolean {
    const inner = /\/XObject <<([^>]*)>>/.exec(dictionary)?.[1] ?? ''
    const states = /\/ExtGState <<([^>]*)>>/.exec(dictionary)?.[1] ?? ''
    const found = referencesIn(states).some((each) => {
      const state = objectText(file, each)
      const alphas = [...state.matchAll(/\/(?:ca|CA) ([\d.]+)/g)].map(([, alpha]) => Number(alpha))
      return alphas.some((alpha) => alpha < 1) || /\/SMask (?!\/None)/.test(state) || isBlended(state)
    })
    const below = referencesIn(inner).map((each) => {
      const known = seen.get(each)
      if (known !== undefined) return known
      seen.set(each, false)
      const { dictionary: own = '' } = streamOf(file, each) ?? {}
      const isForm = /\/Subtype \/Form\b/.test(own)
      if (isForm) drawings.add(each)
      const result = /\/SMask \d/.test(own) || (isForm && isTransparent(own))
      seen.set(each, result)
      return result
    })
    return found || below.includes(true)
  }
}

function isBlended(state: string): boolean {
  const mode = /\/BM \/(\w+)/.exec(state)?.[1]
  return mode !== undefined && mode !== 'Normal' && mode !== 'Compatible'
}

function referencesIn(text: string): number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

/** The boxes of a page's dictionary. */
export function boxesOf(page: string): Boxes {
  const found = page.matchAll(/\/(MediaBox|CropBox|BleedBox|TrimBox)\s*\[([^\]]*)\]/g)
  return Object.fromEntries(
    Array.from(found, ([, name = '', box = '']) => [name, box.trim().split(/\s+/).map(Number)]),
  )
}
