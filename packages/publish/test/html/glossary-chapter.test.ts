import type { Term } from '@notes/glossary'
import type { TermReference } from '@notes/parser'
import { describe, expect, it } from 'vitest'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { toHtml } from '../../src/html/to-html.ts'
import { book, event, paragraph, section, session, text } from './build.ts'

/** The glossary of a book in which two sessions use a term that is defined at a place. */
function glossary(nodeId: string | undefined): string {
  const use = (id: string): TermReference => ({
    type: 'termReference',
    termId: 'term-slo',
    children: [text('SLO')],
    data: { id, first: true },
  })
  const place = nodeId === undefined ? { file: 'glossary.yaml' } : { nodeId }
  const term: Term = { id: 'term-slo', term: 'SLO', aliases: [], not: [], places: [place] }
  const sessions = [
    session('a', '甲', paragraph(use('use-1')), section('a-terms', '用語', 1, paragraph('SLO'))),
    session('b', '乙', paragraph(use('use-2'))),
  ]
  const chapters = renderChapters(book([event('e', '会', ...sessions)], { terms: [term] }))
  return toHtml(chapters.find(({ kind }) => kind === 'glossary')!.root)
}

/** What the places of the one entry lead to. */
function targets(html: string): string[] {
  return Array.from(html.matchAll(/<li><span class="reference"><a href="#([^"]+)"/g), ([, id]) => id ?? '')
}

describe('places of a glossary entry', () => {
  it('are the first uses in each chapter', () => {
    expect(targets(glossary(undefined))).toEqual(['use-1', 'use-2'])
  })

  it('begin with the section that defines the term, in place of the use in its chapter', () => {
    expect(targets(glossary('a-terms'))).toEqual(['a-terms', 'use-2'])
    expect(targets(glossary('b'))).toEqual(['use-2', 'use-1'])
  })
})
