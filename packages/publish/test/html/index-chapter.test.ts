import type { BookIndex } from '@notes/glossary'
import { describe, expect, it } from 'vitest'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { toHtml } from '../../src/html/to-html.ts'
import type { Book } from '../../src/model.ts'
import { book, event, paragraph, section, session, text } from './build.ts'

describe('the index', () => {
  it('has empty locators, for pages to be filled in', () => {
    const html = indexChapter(fullBook())
    expect(html).toContain('data-locator="use-2"')
    expect(html).toContain('<h2>S</h2>')
  })

  it('splits the places of an entry by event where its data does', () => {
    const full = fullBook()
    const entry = full.index.groups[0]?.entries[0]
    const [first, second] = entry?.locators ?? []
    if (!entry || !first || !second) throw new Error('The book has no index.')
    entry.byEvent = [
      { eventId: 'web', title: '次世代', locators: [first] },
      { eventId: 'later', title: '次々世代', locators: [second] },
    ]
    const line = (title: string, id: string): string =>
      `<li><span class="index-event">${title}</span> <span class="locators">` +
      `<a href="#${id}" class="locator" data-locator="${id}"></a></span></li>`
    expect(indexChapter(full)).toContain(
      `<ul class="index-events">${line('次世代', 'use-1')}${line('次々世代', 'use-2')}</ul>`,
    )
  })

  it('leads from other names to the entry with the places, seen as an arrow and heard as a sentence', () => {
    const html = indexHtml('ja')
    expect(html).toContain('<li id="index-2"><span class="index-heading">SLO</span> <span class="locators">')
    expect(html).toContain(
      '<li><span class="index-heading">目標の値</span><span class="see"> <span aria-hidden="true">→</span> ' +
        '<a href="#index-2" class="index-see" aria-label="SLOを見よ">SLO</a></span></li>',
    )
    expect(html).toContain(
      '<span>→</span> <a href="#term-sli" class="index-see-also" aria-label="SLIも見よ">SLI</a>、' +
        '<span class="index-see-also">ない</span></span></li>',
    )
    expect(html.match(/id="index-\d+"/gu)).toEqual(['id="index-2"'])
  })

  it('says in words where other names lead in an English book', () => {
    const html = indexHtml('en')
    expect(html).toContain('<span class="see"> <span>see</span> <a href="#index-2" class="index-see">SLO</a>')
    expect(html).toContain('<span>see also</span> <a href="#term-sli" class="index-see-also">SLI</a>')
  })
})

/** An index with another name, a term that only the glossary has, and two entries of one heading. */
function indexHtml(language: string): string {
  const full = fullBook()
  const [group] = full.index.groups
  const [entry] = group?.entries ?? []
  if (!group || !entry) throw new Error('The book has no index.')
  const other = { ...entry, heading: '目標の値', alias: true as const, see: ['SLO'], locators: [] }
  const person = { ...entry, kind: 'organization' as const, id: 'slo-club' }
  group.entries = [other, { ...entry, seeAlso: ['SLI', 'ない'] }, person]
  full.terms.push({ id: 'term-sli', term: 'SLI', aliases: [], not: [], places: [] })
  full.config.language = language
  return indexChapter(full)
}

function indexChapter(full: Book): string {
  return toHtml(renderChapters(full).find(({ kind }) => kind === 'index')!.root)
}

/** A book whose only term is used twice in its first session. */
function fullBook(): Book {
  const use = (id: string) =>
    ({ type: 'termReference', termId: 'term-slo', children: [text('SLO')], data: { id } }) as never
  const uses = section('sre-1', '開発', 1, paragraph('話す ', use('use-1'), ' と ', use('use-2')))
  const locators = ['use-1', 'use-2'].map((targetId) => ({ targetId, primary: false, eventId: 'web' }))
  const entry = { kind: 'term' as const, id: 'term-slo', heading: 'SLO', locators }
  const index: BookIndex = { groups: [{ label: 'S', entries: [entry] }] }
  const terms = [{ id: 'term-slo', term: 'SLO', aliases: [], not: [], places: [] }]
  return book([event('web', '次世代', session('sre', 'SRE', uses))], { terms, index })
}
