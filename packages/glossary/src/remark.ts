/** A remark plugin that links terms in anyone's Markdown. Pure: it needs neither files nor the notes tree. */
import type { Link, Root } from 'mdast'
import type { Node, Parent } from 'unist'
import { flowOf } from './link/flow.ts'
import { isFlow, replaceUses, usesIn } from './link/replace.ts'
import { createTermLinker } from './linker.ts'
import type { TermInput, Tokenizer } from './model.ts'
import { createSegmenterTokenizer } from './segmenter.ts'
import { termIdOf } from './term-id.ts'

/** A term, and where its links lead. */
export interface LinkedTerm extends TermInput {
  /** Target of the links; `#` and an id made of the headword where it is absent. */
  url?: string
  /** Shown as the links' title. */
  title?: string
}

export interface RemarkTermsOptions {
  terms: readonly LinkedTerm[]
  /** One on `Intl.Segmenter` where it is absent; kuromoji's makes better links. */
  tokenizer?: Tokenizer
  /** `first`, the default: the first use in the document; `every`: all of them. */
  mode?: 'first' | 'every'
}

/** Headings, links and footnotes' definitions keep their text. */
const skippedTypes = new Set(['heading', 'link', 'linkReference', 'definition'])

/**
 * Makes links of the uses of terms. The links carry the class `term`, so that they are told from others in HTML.
 * `<!--nolink-->` right before a word keeps it as it is.
 */
export function remarkTerms(options: RemarkTermsOptions): (tree: Root) => void {
  const { terms, tokenizer = createSegmenterTokenizer(), mode = 'first' } = options
  const linker = createTermLinker(terms, { tokenizer })
  const byName = new Map(terms.map((term) => [term.term, term]))
  return (tree) => {
    const seen = new Set<LinkedTerm>()
    const enter = (node: Node): void => {
      if (isFlow(node)) {
        const flow = flowOf(node)
        replaceUses(
          flow,
          usesIn(flow, linker.find(flow.text), byName),
          ({ term }, text): Link | undefined => {
            if (mode === 'first' && seen.has(term)) return undefined
            seen.add(term)
            return {
              type: 'link',
              url: term.url ?? `#${termIdOf(term.term)}`,
              title: term.title ?? null,
              children: [text],
              data: { hProperties: { className: ['term'] } },
            }
          },
        )
      } else if ('children' in node && !skippedTypes.has(node.type)) (node as Parent).children.forEach(enter)
    }
    enter(tree)
  }
}
