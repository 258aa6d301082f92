import { objectText, type PdfFile, type Replacement } from '../pdf-file.ts'
import { type FailedCondition, structureConditions } from './claim.ts'
import type { GeneratedText } from './drawing.ts'
import { adoptGenerated } from './generated.ts'
import { closeHeadingGaps } from './headings.ts'
import { annotationConditions } from './links.ts'
import { nameNotes } from './notes.ts'
import { dropDecoration, resolveMarkers } from './resolve.ts'
import { shapeStructure } from './shape.ts'
import { elementsOf, readStructure, type Structure } from './structure.ts'
import { writeStructure } from './write-structure.ts'

/** What the pages tell about the structure. */
export interface TaggedPages {
  /** Objects of the pages and of the drawings inside of theirs that hold pieces, and their dictionaries. */
  drawings: readonly number[]
  texts: readonly string[]
  /** Objects of the annotations of all pages. */
  annotations: readonly number[]
  /** Drawings inside of those of the pages. */
  inner: ReadonlySet<number>
  /** Pieces of a drawing that are no content. */
  decoration: ReadonlyMap<number, ReadonlySet<number>>
  /** Pieces that a drawing had no mark for. */
  generated: ReadonlyMap<number, readonly GeneratedText[]>
}

export interface FinishedStructure {
  replaced: ReadonlyMap<number, Replacement>
  added: Replacement[]
  removed: ReadonlySet<number>
  isOwned(drawing: number, mcid: number): boolean
  failed: FailedCondition[]
}

/** The structure of a printed file with the types that its HTML meant; undefined where it has no tags. */
export function readTagged(file: PdfFile): Structure | undefined {
  const structure = readStructure(file)
  if (structure) resolveMarkers(structure.document)
  return structure
}

/** Writes the structure as PDF/UA wants it, in the place of Chromium's, and says what it still lacks. */
export function finishStructure(
  file: PdfFile,
  structure: Structure | undefined,
  { drawings, texts, inner, annotations, decoration, generated }: TaggedPages,
  next: number,
): FinishedStructure {
  if (!structure) {
    return { replaced: new Map(), added: [], removed: new Set(), failed: [], isOwned: () => false }
  }
  const { document } = structure
  dropDecoration(document, decoration, inner)
  const orphans = adoptGenerated(document, generated)
  shapeStructure(document)
  const elements = elementsOf(document)
  closeHeadingGaps(elements)
  nameNotes(elements)
  const keys = {
    drawings: keyed(drawings, (_, at) => /\/StructParents (\d+)/.exec(texts[at] ?? '')?.[1]),
    annotations: keyed(annotations, (number) => /\/StructParent (\d+)/.exec(objectText(file, number))?.[1]),
  }
  const linked = new Set<number>()
  for (const { type, kids } of elements) {
    for (const kid of kids) if (kid.kind === 'annotation' && type === 'Link') linked.add(kid.annotation)
  }
  const failed = [
    ...orphans,
    ...structureConditions(elements),
    ...annotationConditions(file, annotations, linked),
  ]
  return { ...writeStructure(structure, keys, next), failed }
}

function keyed(
  objects: readonly number[],
  keyOf: (object: number, at: number) => string | undefined,
): Map<number, number> {
  const keys = new Map<number, number>()
  for (const [at, object] of objects.entries()) {
    const key = keyOf(object, at)
    if (key !== undefined) keys.set(object, Number(key))
  }
  return keys
}
