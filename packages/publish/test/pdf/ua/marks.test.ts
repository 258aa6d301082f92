/** What a build finds wrong with marks before a file says that it follows PDF/UA-1. */
import { describe, expect, it } from 'vitest'
import { type DrawnMarks, markConditions, readMarks } from '../../../src/pdf/ua/marks.ts'

const PAGE = 5
const FORM = 12
const artifact = (...lines: string[]): string[] => ['/Artifact <</Type /Layout>> BDC', ...lines, 'EMC']
const piece = (mcid: number, ...lines: string[]): string[] => [`/P <</MCID ${mcid} >>BDC`, ...lines, 'EMC']
const box = ['0 0 5 1 re', 'f']
const text = ['BT', '/F4 12 Tf', '8 0 Td <0001> Tj', 'ET']

function failed(page: string[], form?: string[], owned = [0, 1]): string[] {
  const read = (lines: string[]): DrawnMarks => readMarks(`${lines.join('\n')}\n`)
  const marks = new Map([[PAGE, read(page)]])
  if (form) marks.set(FORM, read(form))
  const isOwned = (drawing: number, mcid: number): boolean => drawing > 0 && owned.includes(mcid)
  return markConditions({ marks, pages: [PAGE], isOwned }).map(({ id }) => id)
}

describe('the marks of what is drawn', () => {
  it.each<[string, string[], string[]?]>([
    ['texts and decoration beside each other', ['q', ...artifact(...box), ...piece(0, ...text, ...box), 'Q']],
    [
      'a mark that says nothing inside of one that does',
      piece(0, '/Span <</Lang (en)>> BDC', ...text, 'EMC'),
    ],
    ['a drawing with marks of its own', ['/X12 Do'], [...artifact(...box), ...piece(1, ...text)]],
    ['a drawing without marks in a picture', piece(0, '/X12 Do'), [...box, ...text]],
    ['an image in decoration', artifact('/X9 Do')],
    ['paths that only cut out', ['0 0 5 1 re', 'W* n']],
  ])('are right: %s', (_, page, form) => {
    expect(failed(page, form)).toEqual([])
  })

  it.each<[string, string, string[], string[]?]>([
    ['01-003', 'decoration in a text', piece(0, ...text, ...artifact(...box))],
    ['01-003', 'decoration in a drawing in a text', piece(0, '/X12 Do'), artifact(...box)],
    ['01-004', 'a text in decoration', artifact(...box, ...piece(0, ...text))],
    ['01-004', 'a text in a drawing in decoration', artifact('/X12 Do'), piece(1, ...text)],
    ['01-005', 'a line in no mark', [...piece(0, ...text), '0 0 m', '5 0 l', 'S']],
    ['01-005', 'a text in no mark', text],
    ['01-005', 'a text in a mark that says nothing', ['/Span <</Lang (en)>> BDC', ...text, 'EMC']],
    ['01-005', 'an image in no mark', ['/X9 Do']],
    ['01-005', 'a line in no mark in a drawing', ['/X12 Do'], box],
    ['01-005', 'a piece that no part of the text owns', piece(7, ...text)],
    ['01-005', 'a mark that does not end', piece(0, ...text).slice(0, -1)],
    ['01-005', 'a mark that never began', [...piece(0, ...text), 'EMC']],
    ['30-002', 'a text in a drawing that is drawn twice', ['/X12 Do', '/X12 Do'], piece(0, ...text)],
  ])('fail %s: %s', (id, _, page, form) => {
    expect(failed(page, form)).toEqual([id])
  })

  it('fail where a drawing could not be read', () => {
    const found = markConditions({ marks: new Map(), pages: [PAGE], isOwned: () => true })
    expect(found.map(({ id }) => id)).toEqual(['01-005'])
  })
})
