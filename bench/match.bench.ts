/** 100,000 terms: built, against filling a Map; matched, against a RegExp alternation. */
import { createSegmenterTokenizer, createTermLinker } from '@notes/glossary'
import { makeNotes, makeTerms } from './support/corpus.ts'
import { best, report } from './support/measure.ts'

const names = makeTerms(100_000)
const terms = names.map((term) => ({ term }))
const lines = makeNotes(1_000_000, names)
const tokenizer = createSegmenterTokenizer()

const fill = best(9, () => {
  const map = new Map<string, object>()
  for (const term of terms) map.set(term.term, term)
  return map
})
report('filling a Map with 100,000 terms', fill)
const build = best(9, () => createTermLinker(terms, { tokenizer }))
report('building a linker of 100,000 terms', build, { name: 'the Map', time: fill, most: 2 })

// Backwards by code units: longer terms before their beginnings, and those that begin alike side by side, which is
// what engines are fastest at.
const escaped = names
  .toSorted()
  .reverse()
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
const pattern = new RegExp(escaped.join('|'), 'g')
let found = 0
const alternation = best(1, () => {
  found = lines.reduce((sum, line) => sum + [...line.matchAll(pattern)].length, 0)
})
report('matching 1 MB by a RegExp alternation', alternation)

const first = createTermLinker(terms, { tokenizer })
let links = 0
const cold = best(1, () => {
  links = lines.reduce((sum, line) => sum + first.find(line).length, 0)
})
report('linking 1 MB, first time', cold, { name: 'the RegExp', time: alternation, most: 0.5 })
const warm = best(3, () => lines.forEach((line) => first.find(line)))
report('linking 1 MB, later', warm, { name: 'the RegExp', time: alternation, most: 0.5 })
console.log(`${found} matches of the RegExp, ${links} links at word boundaries`)
