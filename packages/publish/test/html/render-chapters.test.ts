import type { Chapter } from '../../src/html/chapter.ts'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/html/plain-text.ts'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { book, config, event, findAll, heading, paragraph, person, section, session, text } from './build.ts'
import { toHtml } from '../../src/html/to-html.ts'

function only(children: unknown[], more = {}): string {
  const chapters = renderChapters(book([event('e', '会', session('s', '話', ...children))], more))
  return toHtml(chapters.find(({ id }) => id === 's')!.root)
}

describe('renderChapters', () => {
  it('makes a part of each event and a chapter of each session', () => {
    const chapters = renderChapters(
      book([event('e', '会', session('a', '甲', section('a-1', '小', 1)), session('b', '乙'))]),
    )
    expect(chapters.map(({ id, kind, partId, title }) => ({ id, kind, partId, title }))).toEqual([
      { id: 'e', kind: 'part', partId: undefined, title: '会' },
      { id: 'a', kind: 'chapter', partId: 'e', title: '甲' },
      { id: 'b', kind: 'chapter', partId: 'e', title: '乙' },
    ])
    expect(chapters[1]!.headings).toEqual([{ id: 'a-1', title: '小', depth: 1 }])
  })

  it('has no part for an event without title and prose', () => {
    const untitled = { ...event('e', '', session('a', '甲')), title: '' }
    untitled.children = untitled.children.slice(1)
    expect(renderChapters(book([untitled])).map(({ kind }) => kind)).toEqual(['chapter'])
  })

  it('gives every element an id of its own', () => {
    const chapters = renderChapters(fullBook())
    const ids = chapters.flatMap(({ root }) => findAll(root, (el) => el.properties['id'] !== undefined))
    const names = ids.map(({ properties }) => String(properties['id']).toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('has a target for every link within the book', () => {
    const chapters = renderChapters(fullBook())
    const ids = new Set(
      chapters.flatMap(({ root }) => findAll(root, () => true).map((el) => el.properties['id'])),
    )
    const links = chapters.flatMap(({ root }) =>
      findAll(root, (el) => String(el.properties['href'] ?? '').startsWith('#')),
    )
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((el) => !ids.has(String(el.properties['href']).slice(1)))).toEqual([])
  })

  it('puts the chapters that it makes itself behind the sessions, the afterword last', () => {
    expect(renderChapters(fullBook()).map(({ kind }) => kind)).toEqual([
      'preface',
      'part',
      'chapter',
      'chapter',
      'glossary',
      'people',
      'index',
      'links',
      'afterword',
    ])
  })

  it('shows who speaks', () => {
    const html = toHtml(chapter(fullBook(), 'sre').root)
    expect(html).toContain('<span class="name">柳橋</span><span class="honorific">さん</span>')
    expect(html).toContain('@yana')
    expect(html).toContain('メルカリ')
  })

  it('names speakers alone where a section about them follows', () => {
    const talk = session('s', '話', { ...section('m', 'メンバー', 1, paragraph('柳橋')), role: 'members' })
    talk.speakers = [person('柳橋', { honorific: 'さん', affiliations: ['会社'], bio: ['経歴'] })]
    const [, { root }] = renderChapters(book([event('e', '会', talk)])) as [Chapter, Chapter]
    const [speakers] = findAll(root, ({ properties }) => String(properties['className']) === 'speakers')
    expect(plainText(speakers!.children)).toBe('柳橋さん')
  })

  it('prints an address under the title once, and above the notes what stands elsewhere in them', () => {
    const [page, slides] = ['https://example.com/page', 'https://example.com/slides']
    const link = (url: string) => paragraph({ type: 'link', url, children: [text(url)] })
    const talk = session('s', '話', link(page), paragraph('本文'), link(slides))
    talk.urls = [{ url: page }]
    talk.slides = [{ url: slides }]
    const [, { root }] = renderChapters(book([event('e', '会', talk)])) as [Chapter, Chapter]
    const [facts] = findAll(root, ({ properties }) => String(properties['className']) === 'facts')
    expect(plainText(facts!.children)).toBe(`資料 ${slides}`)
    expect(plainText(root.children).split(page)).toHaveLength(2)
  })

  it('prints an address with its label under the title once, too', () => {
    const url = 'https://example.com/slides'
    const talk = session('s', '話', paragraph('資料：', { type: 'link', url, children: [text(url)] }))
    talk.slides = [{ url, label: '資料' }]
    const [, { root }] = renderChapters(book([event('e', '会', talk)])) as [Chapter, Chapter]
    expect(plainText(root.children).split('資料')).toHaveLength(2)
  })

  it('links the first use of a term and marks the others', () => {
    const html = toHtml(chapter(fullBook(), 'sre').root)
    expect(html).toContain('<a id="use-1" class="term" href="#term-slo" role="doc-glossref">SLO</a>')
    expect(html).toContain('<span id="use-2">SLO</span>')
  })

  it('links every use where the book asks for it', () => {
    const full = fullBook()
    full.config = config({ glossary: { links: 'every' } })
    expect(toHtml(chapter(full, 'sre').root)).toContain('<a id="use-2" class="term" href="#term-slo"')
  })

  it('leads from the glossary back to the sessions', () => {
    const html = toHtml(chapter(fullBook(), 'glossary').root)
    expect(html).toContain('<a href="#use-1">SRE</a><span class="page-ref" data-locator="use-1"></span>')
    expect(html).toContain('目標の値')
  })

  it('names the place of a definition in the notes first, and where a shortened one goes on', () => {
    const full = fullBook()
    const [term] = full.terms
    if (!term) throw new Error('The book has no terms.')
    const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
    const value = '約束'.repeat(110)
    term.places = [{ nodeId: 'sre' }]
    term.definition = ['目標', value].map((text) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: text }],
      position,
    }))
    const html = toHtml(chapter(full, 'glossary').root)
    expect(html).toContain('<li>続きは <span class="reference"><a href="#sre">SRE</a>')
    expect(html).not.toContain(value)
    expect(html).not.toContain('data-locator="use-1"')
  })

  it('numbers external links and lists them', () => {
    const full = fullBook()
    expect(toHtml(chapter(full, 'sre').root)).toContain(
      '<a href="https://example.com/a" data-link="1">資料</a>',
    )
    expect(toHtml(chapter(full, 'links').root)).toMatch(
      /<li id="link-1" value="1"[^>]*>.*https:\/\/example\.com\/a/u,
    )
  })
})

describe('constructs', () => {
  it('renders a question with its answer in a list', () => {
    const answer = { type: 'answer', children: [paragraph('できる')] }
    const question = { type: 'question', children: [paragraph('できる?'), answer] }
    expect(only([{ type: 'list', children: [question] }])).toContain(
      '<li class="question"><span class="mark">Q</span> できる?<div class="answer"><span class="mark">A</span> できる</div></li>',
    )
  })

  it('adds no second marker to a question that has one', () => {
    expect(only([{ type: 'question', children: [paragraph('Q: できる?')] }])).toContain(
      '<div class="question">Q: できる?</div>',
    )
  })

  it('draws boxes for tasks and says what they mean', () => {
    const done = { type: 'point', checked: true, children: [paragraph('やった')] }
    expect(only([{ type: 'list', children: [done] }])).toContain(
      '<li class="task"><span class="box done" role="img" aria-label="済み"></span> やった</li>',
    )
  })

  it('sets a reading over each character where there are as many', () => {
    const ruby = { type: 'ruby', readings: ['ふく', 'そう'], children: [text('輻輳')] }
    expect(only([paragraph(ruby as never)])).toContain(
      '<ruby>輻<rp>（</rp><rt>ふく</rt><rp>）</rp>輳<rp>（</rp><rt>そう</rt><rp>）</rp></ruby>',
    )
  })

  it('shows source that is not understood', () => {
    expect(only([{ type: 'verbatim', syntax: 'liquid', value: '{% raw <b> %}' }])).toContain(
      '<pre class="verbatim"><code>{% raw &#x3C;b> %}</code></pre>',
    )
  })

  it('links footnotes in both directions, once for each call', () => {
    const call = { type: 'footnoteReference', identifier: 'a' } as never
    const html = only([
      paragraph('一', call, '二', call),
      { type: 'footnoteDefinition', identifier: 'a', children: [paragraph('注です')] },
    ])
    expect(html).toContain('<a id="s-ref-1" href="#s-note-1" role="doc-noteref">1</a>')
    expect(html).toContain('<a id="s-ref-1-2" href="#s-note-1" role="doc-noteref">1</a>')
    expect(html).toContain(
      '<aside id="s-note-1" class="note" role="doc-footnote"><p><span class="note-number">1</span> 注です <a href="#s-ref-1" role="doc-backlink"',
    )
    expect(html).toContain('href="#s-ref-1-2" role="doc-backlink"')
  })

  it('prints what stands beside a fence', () => {
    expect(only([{ type: 'code', lang: 'FROM', meta: 'base:latest', value: 'RUN x' }])).toMatch(
      /<p class="code-label">FROM base:latest<\/p>\s*<pre><code class="language-FROM">RUN x<\/code><\/pre>/u,
    )
  })

  it('finds definitions elsewhere in the file', () => {
    const call = { type: 'footnoteReference', identifier: 'a' }
    const link = { type: 'linkReference', identifier: 'b', referenceType: 'full', children: [text('ここ')] }
    const first = session('s', '話', paragraph(call as never, link as never))
    const last = session('t', '終わり', paragraph('本文'), {
      type: 'definition',
      identifier: 'B',
      url: 'https://example.com/',
    })
    last.children.push({ type: 'footnoteDefinition', identifier: 'a', children: [paragraph('注')] } as never)
    first.data = last.data = { file: 'notes.md' }
    const chapters = renderChapters(book([event('e', '会', first, last)]))
    const html = toHtml(chapters.find(({ id }) => id === 's')!.root)
    expect(html).toContain('<a href="https://example.com/" data-link="1">ここ</a>')
    expect(html).toContain('role="doc-footnote"')
    expect(toHtml(chapters.find(({ id }) => id === 't')!.root)).not.toContain('doc-footnote')
  })

  it('makes a figure of an image that stands alone', () => {
    const image = { type: 'image', url: 'events/01-event/図 1.png', alt: '構成' } as never
    expect(only([paragraph(image)])).toContain(
      '<figure><img src="events/01-event/図 1.png" alt="構成"><figcaption>構成</figcaption></figure>',
    )
  })

  it('has a paragraph for a heading inside of a quotation', () => {
    expect(only([{ type: 'blockquote', children: [heading(1, text('大'))] }])).toContain(
      '<p class="subheading">大</p>',
    )
  })
})

function chapter(full: ReturnType<typeof fullBook>, id: string): Chapter {
  return renderChapters(full).find((one) => one.id === id)!
}

function fullBook() {
  const use = (id: string, first: boolean) =>
    ({ type: 'termReference', termId: 'term-slo', children: [text('SLO')], data: { id, first } }) as never
  const link = { type: 'link', url: 'https://example.com/a', children: [text('資料')] } as never
  const inner = { type: 'link', url: '#security', children: [text('次の話')] } as never
  const sre = session(
    'sre',
    'SRE',
    section('sre-1', '開発', 1, paragraph('話す ', use('use-1', true), ' と ', use('use-2', false))),
    section('sre-2', '資料', 1, paragraph(link, inner)),
  )
  sre.speakers = [person('柳橋', { honorific: 'さん', handle: '@yana', affiliations: ['メルカリ'] })]
  const entry = { kind: 'term' as const, id: 'term-slo', heading: 'SLO' }
  const locators = ['use-1', 'use-2'].map((targetId) => ({ targetId, primary: false, eventId: 'web' }))
  return book([event('web', '次世代', sre, session('security', 'Security'))], {
    front: [
      { id: 'preface', title: 'はじめに', file: 'preface.md', children: [heading(1, text('はじめに'))] },
    ],
    back: [{ id: 'afterword', title: 'おわりに', file: 'afterword.md', children: [paragraph('おわり')] }],
    terms: [
      { id: 'term-slo', term: 'SLO', aliases: [], not: [], places: [], definition: [paragraph('目標の値')] },
    ],
    index: { groups: [{ label: 'S', entries: [{ ...entry, locators }] }] },
    people: [
      {
        id: 'person-1',
        kind: 'person',
        name: '柳橋',
        aliases: [],
        affiliations: [],
        bio: [],
        sessionIds: ['sre'],
      },
    ],
  })
}
