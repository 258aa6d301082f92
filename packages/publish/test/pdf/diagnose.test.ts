import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/pdf/diagnose.ts'
import { pageGeometry } from '../../src/pdf/geometry.ts'
import { sampleBook } from '../support/sample-book.ts'

const { config } = sampleBook({ sessions: 1 })
const nothing = {
  missing: [],
  tables: [],
  images: [],
  assets: new Map(),
  minimumResolution: 200,
  geometry: pageGeometry(config),
}

describe('diagnose', () => {
  it('names a missing character once, with its place', () => {
    const book = sampleBook({ extra: '표 と 표\n' })
    const [message, ...more] = diagnose(book, { ...nothing, missing: [0xd45c] })
    expect(more).toEqual([])
    expect(message?.reason).toContain('“표” (U+D45C)')
    expect(message?.file).toBe('events/01-meeting/01-talk.md')
    expect(message?.line).toBeGreaterThan(10)
  })

  it('tells an image by its pixels an inch of print', () => {
    const book = sampleBook({ extra: '![図](events/01-meeting/a.png)\n' })
    const asset = {
      path: 'events/01-meeting/a.png',
      mediaType: 'image/png',
      bytes: Buffer.of(),
      width: 400,
      height: 300,
    }
    const findings = {
      ...nothing,
      images: [{ path: asset.path, width: 384 }],
      assets: new Map([[asset.path, asset]]),
    }
    expect(diagnose(book, findings).map(({ reason }) => reason)).toEqual([
      'The image has 100 pixels per inch in print (400 pixels over 102 mm); 200 are wanted.',
    ])
    expect(diagnose(book, { ...findings, minimumResolution: 100 })).toEqual([])
  })

  it('finds the table that was made smaller', () => {
    const table = '| 一 | 二 |\n|--|--|\n| a | b |\n'
    const book = sampleBook({ extra: `${table}\n文。\n\n${table}` })
    const owner = book.tree.children[0]?.children.find((child) => child.type === 'session')
    const section = owner?.type === 'session' && owner.children.find((child) => child.type === 'section')
    const id = section && 'id' in section ? section.id : ''
    const found = diagnose(book, { ...nothing, tables: [{ owner: id, number: 1 }] })
    const first = diagnose(book, { ...nothing, tables: [{ owner: id, number: 0 }] })
    expect(found).toHaveLength(1)
    expect((found[0]?.line ?? 0) - (first[0]?.line ?? 0)).toBe(6)
  })

  it('reports a word that is longer than a line', () => {
    const found = diagnose(sampleBook({ extra: 'x'.repeat(3000) }), nothing)
    expect(found.map(({ reason }) => reason)).toEqual([
      'A word of 3000 characters (“xxxxxxxxxxxx…”) is longer than a line.',
    ])
  })
})
