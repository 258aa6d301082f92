import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNotes } from '../../src/index.ts'
import { findDates, parseDate } from '../../src/syntax/date.ts'
import { splitHonorific } from '../../src/syntax/honorific.ts'
import { parsePeople } from '../../src/syntax/people-list.ts'
import { parsePerson } from '../../src/syntax/person.ts'
import { foldLabel } from '../../src/syntax/phrasing-text.ts'
import { inlineAnswerAt, turnLabelOf } from '../../src/syntax/question-labels.ts'
import { titleNames } from '../../src/syntax/title-names.ts'
import { blockRoleOf, speakerKeyOf } from '../../src/syntax/words.ts'
import { lossesOf } from '../support/coverage.ts'

/** Pieces that the parsers of strings look for, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '山田',
    'さん',
    '@alpha',
    '＠',
    ' by ',
    ' - ',
    '：',
    ':',
    '(',
    '）',
    '、',
    ', ',
    ' & ',
    'Jane Roe',
    '例示株式会社',
  ),
  fc.constantFrom(
    '2024',
    '年',
    '5',
    '/',
    '12',
    '月',
    '日',
    '(土)',
    '13:00',
    '〜',
    'JST',
    'May',
    '16–17',
    '午後3時',
    '-',
    'T',
  ),
  fc.constantFrom(
    'Q',
    'A',
    '？',
    '→',
    '->',
    '★',
    '※',
    '[x.icon]',
    '[[',
    ']]',
    '{漢|かん}',
    'とは',
    '質問',
    'https://example.com/',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('parsers of strings', () => {
  it('take any text', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const { start, end, date } of findDates(value)) {
          expect(value.slice(start, end)).toBe(date.text)
          expect(date.start.month ?? 1).toBeLessThanOrEqual(12)
        }
        for (const person of parsePeople(value)) expect(person.name.trim()).not.toBe('')
        expect([undefined, 'question', 'answer']).toContain(turnLabelOf(value)?.turn)
        expect(inlineAnswerAt(value) ?? 0).toBeLessThanOrEqual(value.length)
        expect(splitHonorific(value).name.length).toBeLessThanOrEqual(value.length)
        expect([parsePerson(value)?.name, parseDate(value)?.text, titleNames(value)?.rule]).toHaveLength(3)
        expect([blockRoleOf(value), speakerKeyOf(value), foldLabel(value)]).toHaveLength(3)
      }),
      { numRuns: 1000 },
    )
  })

  it('take any title, bullet, row and comment', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 4, maxLength: 4 }),
        ([title = '', bullet = '', cell = '', comment = '']) => {
          const source = `# ${title}\n\n## ${cell}\n\n- ${bullet}\n  - ${title}\n\n| ${cell} | ${bullet} |\n| - | - |\n\n<!-- ${comment} -->\n`
          expect(parseNotes(source).tree.type).toBe('notesRoot')
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('long lines', () => {
  const repeated = [
    '(',
    '[[',
    '{a|',
    '2024/',
    '１',
    ' by ',
    '@a ',
    'あ、',
    ' - ',
    'Q: ',
    '？→',
    '->',
    '★',
    '[',
    'Aa ',
    'の',
    ':',
    '\u3000',
    'とは',
    'https://a ',
  ]
  for (const unit of repeated) {
    // A pattern that is not linear would run into the time limit.
    it(`of ${JSON.stringify(unit)} are read`, { timeout: 30_000 }, () => {
      const line = unit.repeat(Math.ceil(50_000 / unit.length))
      const source = `# 会\n\n## ${line.slice(0, 5000)}\n\n- ${line}\n\n${line.slice(0, 20_000)}\n`
      expect(lossesOf(source, parseNotes(source).tree)).toEqual([])
    })
  }
})
