import { createComposer, type Handout } from '../../src/handout/compose.ts'
import { handoutSources } from '../../src/handout/sources.ts'
import type { Assets, Book } from '../../src/model.ts'

/** All handouts of a book at once. */
export function composeAll(book: Book, assets: Assets = new Map()): Handout[] {
  return handoutSources(book).map(createComposer(book, assets))
}
