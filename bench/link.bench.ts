/** Linking 1 MB of notes with 1,000 terms, against tokenizing it all by kuromoji. */
import { createTermLinker } from '@notes/glossary'
import { createKuromojiTokenizer } from '@notes/glossary/kuromoji'
import { makeNotes, makeTerms } from './support/corpus.ts'
import { loadKuromoji } from './support/kuromoji.ts'
import { best, report } from './support/measure.ts'

const terms = makeTerms(1_000)
const lines = makeNotes(1_000_000, terms)
const kuromoji = await loadKuromoji()
const tokenizer = createKuromojiTokenizer()
tokenizer.tokenize('辞書を先に読む')

const baseline = best(3, () => lines.forEach((line) => kuromoji.tokenize(line)))
report('tokenizing 1 MB by kuromoji', baseline)
report(
  'tokenizing 1 MB by our lattice',
  best(3, () => lines.forEach((line) => tokenizer.tokenize(line))),
)

let links = 0
const time = best(3, () => {
  const linker = createTermLinker(
    terms.map((term) => ({ term })),
    { tokenizer },
  )
  links = lines.reduce((sum, line) => sum + linker.find(line).length, 0)
})
report('linking 1 MB with 1,000 terms', time, { name: 'kuromoji', time: baseline, most: 0.25 })
console.log(`${lines.length} lines, ${links} links`)
