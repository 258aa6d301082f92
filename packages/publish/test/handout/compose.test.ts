import type { Term } from '@notes/glossary'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString } from 'hast-util-to-string'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { chooseHandouts } from '../../src/handout/choose.ts'
import type { Handout } from '../../src/handout/compose.ts'
import { diagnoseHandouts } from '../../src/handout/diagnose.ts'
import { shortDefinition } from '../../src/handout/feet.ts'
import { composeAll } from '../support/compose-all.ts'
import { book, event, findAll, paragraph, person, section, session, text } from '../html/build.ts'

const term: Term = {
  term: 'エラー予算',
  id: 'term-1',
  reading: 'えらーよさん',
  aliases: [],
  not: [],
  places: [],
  definition: [paragraph('使ってよい失敗の量。残りが無くなれば新しい機能を止める。')],
}

function use(id: string, first: boolean): object {
  return { type: 'termReference', termId: term.id, children: [text('エラー予算')], data: { id, first } }
}

function link(url: string, label: string): object {
  return { type: 'link', url, children: [text(label)] }
}

const talk = {
  ...session(
    'talk',
    '止め方の話',
    section(
      'talk-1',
      '論点',
      1,
      paragraph(use('use-1', true) as never, 'と', use('use-2', false) as never),
      paragraph(
        link('https://example.com/paper', '論文') as never,
        link('https://example.com/', 'https://example.com') as never,
      ),
      paragraph(link('#other', '次の話') as never, link('#talk-1', '論点') as never),
    ),
  ),
  speakers: [person('見本 花子', { honorific: 'さん' })],
  urls: [{ url: 'https://example.com/talks/1' }],
  slides: [{ url: 'https://example.com/スライド?page=1' }],
}
const meeting = {
  ...event('meeting', '第1回の会', talk, session('other', '次の話')),
  dates: [{ text: '2019年4月1日', start: { year: 2019, month: 4, day: 1 } }],
}
const own = event('own', '話だけの会', section('own-1', '語られたこと', 1, paragraph('本文。')))
const handouts = composeAll(book([meeting, own, event('bare', '名前だけ')], { terms: [term] }))
const rootOf = (id: string): Element => (handouts.find((each) => each.id === id) as Handout).sheet.root
const withClass = (root: Element, name: string): Element[] =>
  findAll(root, ({ properties }) => String(properties['className']).split(',').includes(name))

describe('createComposer', () => {
  it('makes one of each session, and of an event that has notes but no session', () => {
    expect(handouts.map(({ id }) => id)).toEqual(['talk', 'other', 'own'])
    expect(toString(rootOf('own'))).toContain('本文。')
  })

  it('heads it with event, date, title and speakers', () => {
    const [head] = withClass(rootOf('talk'), 'title-block')
    const said = toString(head as Element)
    for (const part of ['第1回の会', '2019年4月1日', '止め方の話', '見本 花子', 'さん'])
      expect(said).toContain(part)
  })

  it('shows codes that a reader takes for the page and the slides', async () => {
    const codes = withClass(rootOf('talk'), 'qr')
    const read = await Promise.all(codes.map(readCode))
    expect(read).toEqual([
      'https://example.com/talks/1',
      'https://example.com/%E3%82%B9%E3%83%A9%E3%82%A4%E3%83%89?page=1',
    ])
    expect(withClass(rootOf('other'), 'qr')).toEqual([])
  })

  it('gives every term one short definition for the foot, and the uses a way to it', () => {
    const root = rootOf('talk')
    const items = withClass(root, 'term').filter(({ tagName }) => tagName === 'div')
    expect(items.map((item) => toString(item))).toEqual(['エラー予算（えらーよさん） 使ってよい失敗の量。'])
    const [first] = findAll(root, ({ properties }) => properties['id'] === 'use-1')
    expect(first?.properties['href']).toBe(`#${String(items[0]?.properties['id'])}`)
    expect(first?.properties['dataFoot']).toBe(items[0]?.properties['dataFootItem'])
  })

  it('prints the addresses that links do not say, and unlinks what is not in the handout', () => {
    const root = rootOf('talk')
    expect(withClass(root, 'link').map((item) => toString(item))).toEqual(['［1］ https://example.com/paper'])
    const notes = toHtml(withClass(root, 'notes'))
    expect(notes).toContain('論文</a><sup')
    expect(notes).toContain('<a href="#talk-1">論点</a>')
    expect(notes).not.toContain('href="#other"')
    expect(notes).toContain('次の話')
  })

  it('links only to ids that it has', () => {
    for (const { sheet } of handouts) {
      const ids = findAll(sheet.root, ({ properties }) => properties['id'] !== undefined).map(
        ({ properties }) => properties['id'],
      )
      expect(new Set(ids).size).toBe(ids.length)
      const links = findAll(sheet.root, ({ tagName }) => tagName === 'a').map(({ properties }) =>
        String(properties['href']),
      )
      const targets = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1))
      expect(
        targets.filter((target) => !ids.includes(target) && target !== sheet.root.properties['id']),
      ).toEqual([])
    }
  })
})

describe('what is wrong', () => {
  it('says which session was meant, and makes the others', () => {
    const { chosen, messages } = chooseHandouts(handouts, ['tlak', 'OTHER'])
    expect(chosen.map(({ id }) => id)).toEqual(['other'])
    expect(messages.map(({ reason, ruleId }) => [ruleId, reason])).toEqual([
      ['handout-session', 'There is no session “tlak”, so it has no handout. Did you mean “talk”?'],
    ])
    expect(messages[0]?.note).toBe('The sessions are talk, other, own.')
  })

  it('says which id belongs to a title', () => {
    const { messages } = chooseHandouts(handouts, ['止め方の話', '話だけの会'])
    expect(messages.map(({ reason }) => reason)).toEqual([
      'There is no session “止め方の話”, so it has no handout. “止め方の話” is the title of “talk”.',
      'There is no session “話だけの会”, so it has no handout. “話だけの会” is the title of “own”.',
    ])
  })

  it('says which session has no notes and which image is too wide', () => {
    const image = { type: 'image', url: 'events/01-event/wide.png', alt: '図' }
    const [wide, empty] = composeAll(
      book([
        event(
          'e',
          'E',
          session('a', 'A', paragraph(image as never)),
          session('b', 'B', section('b-1', '見出し', 1)),
        ),
      ]),
      new Map([
        [
          'events/01-event/wide.png',
          { path: 'events/01-event/wide.png', mediaType: 'image/png', bytes: new Uint8Array() },
        ],
      ]),
    ) as [Handout, Handout]
    const laid = { pages: 1, places: {} }
    const images = [{ path: '/assets/events/01-event/wide.png', natural: 1600, column: 240 }]
    const messages = diagnoseHandouts([
      { handout: wide, laid: { ...laid, id: 'a', images } },
      { handout: empty, laid: { ...laid, id: 'b', images: [] } },
    ])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['handout-image', 'handout-empty'])
    expect(messages[0]?.reason).toBe(
      'The image is 1600 pixels wide and is set to 64 mm, the width of the handout’s column.',
    )
    expect(messages[1]?.file).toBe('events/01-event/b.md')
  })
})

describe('shortDefinition', () => {
  it('takes the first sentence and cuts a long one', () => {
    expect(shortDefinition({ definition: [paragraph('One. Two.')] })).toBe('One.')
    expect(shortDefinition({ definition: [paragraph('版3.11の話。次')] })).toBe('版3.11の話。')
    expect(shortDefinition({ definition: [paragraph('長'.repeat(200))] })).toBe(`${'長'.repeat(89)}…`)
    expect(shortDefinition({})).toBeUndefined()
  })
})

/** Draws a code as it is printed, and reads it with a library that shares nothing with the one that made it. */
async function readCode(svg: Element): Promise<string | undefined> {
  const source = toHtml(
    { ...svg, properties: { ...svg.properties, xmlns: 'http://www.w3.org/2000/svg' } },
    { space: 'svg' },
  )
  const { data, info } = await sharp(Buffer.from(source))
    .resize(300, 300)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}
