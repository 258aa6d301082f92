import { describe, expect, it } from 'vitest'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { volumeChapters } from '../../src/volumes/chapters.ts'
import { volumeWords } from '../../src/volumes/names.ts'
import { cutEvenly, planVolumes } from '../../src/volumes/plan.ts'
import { sampleBook } from '../support/sample-book.ts'

const book = (volumes: unknown) =>
  sampleBook({ events: 2, sessions: 3, sections: 1, points: 2, config: { volumes } })

describe('which sessions stand in which volume', () => {
  it('is one volume where nothing is asked for', () => {
    const whole = book('none')
    expect(planVolumes(whole, renderChapters(whole))).toMatchObject([{ number: 1, count: 1 }])
  })

  it('is a volume for each event', () => {
    const whole = book('event')
    const plan = planVolumes(whole, renderChapters(whole))
    expect(plan.map(({ number, count, title }) => [number, count, title])).toEqual([
      [1, 2, '第1回 設計と運用の会'],
      [2, 2, '第2回 設計と運用の会'],
    ])
    expect([...(plan[1]?.chapterIds ?? [])][0]).toBe('meeting-2')
    expect(plan[1]?.chapterIds.size).toBe(4)
  })

  it('cuts between sessions, and never between a part and its first session', () => {
    const whole = book({ pages: 30 })
    const chapters = renderChapters(whole)
    const body = chapters.filter(({ kind }) => kind === 'part' || kind === 'chapter')
    const pages = new Map(body.map(({ id, kind }) => [id, kind === 'part' ? 2 : 6]))
    const plan = planVolumes(whole, chapters, { chapters: pages, everywhere: 14 })
    const contents = plan.map(({ chapterIds }) => body.filter(({ id }) => chapterIds.has(id)))
    expect(contents.flat()).toEqual(body)
    expect(contents.map((own) => own.map(({ kind }) => kind))).toEqual([
      ['part', 'chapter', 'chapter'],
      ['chapter', 'part', 'chapter'],
      ['chapter', 'chapter'],
    ])
  })

  it('gives every volume the index, the first the prefaces, the last what ends the book', () => {
    const whole = book('event')
    const chapters = renderChapters(whole)
    const kinds = planVolumes(whole, chapters).map((volume) =>
      volumeChapters(chapters, volume).map(({ kind }) => kind),
    )
    const body = ['part', 'chapter', 'chapter', 'chapter']
    expect(kinds).toEqual([
      [...body, 'index', 'links'],
      [...body, 'glossary', 'people', 'index', 'links'],
    ])
  })

  it('lists the links of a volume’s own chapters alone', () => {
    const whole = book('event')
    const chapters = renderChapters(whole)
    const lists = planVolumes(whole, chapters).map((volume) =>
      JSON.stringify(volumeChapters(chapters, volume).find(({ kind }) => kind === 'links')?.root),
    )
    expect(lists.map((list) => [list.includes('talks/1/1'), list.includes('talks/2/1')])).toEqual([
      [true, false],
      [false, true],
    ])
  })
})

describe('runs of pages', () => {
  it.each([
    [[10, 10, 10], 30, [[0, 3]]],
    // Three full volumes and a rest become four alike.
    [
      [10, 10, 10, 10, 10, 10, 10],
      20,
      [
        [0, 2],
        [2, 4],
        [4, 6],
        [6, 7],
      ],
    ],
    [
      [10, 10, 10, 2],
      30,
      [
        [0, 2],
        [2, 4],
      ],
    ],
    // A session longer than a volume is a volume.
    [
      [5, 90, 5],
      20,
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [[], 20, []],
  ])('cuts %j at %i', (lengths, room, expected) => {
    expect(cutEvenly(lengths, room)).toEqual(expected)
  })
})

describe('names of volumes', () => {
  it('marks pages with a number in a circle, as far as there are any', () => {
    const { mark, name } = volumeWords('ja')
    expect([1, 20, 21, 36, 50, 51].map(mark)).toEqual(['①', '⑳', '㉑', '㊱', '㊿', '(51)'])
    expect(name(2)).toBe('第2巻')
    expect(volumeWords('en').mark(2)).toBe('2:')
  })
})
