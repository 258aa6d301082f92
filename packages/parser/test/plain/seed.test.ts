import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { joinNotes, type NotesRoot, parseNotes, planImport } from '../../src/index.ts'
import { type OutlineEvent, outlineOf } from '../support/outline.ts'
import { hasTestData, testData } from '../support/test-data.ts'
import { layouts } from './layouts.ts'

interface Gold {
  source: string
  events: OutlineEvent[]
}

function readGold(): Gold {
  return JSON.parse(readFileSync(join(testData, 'gold/seed-outline.json'), 'utf8')) as Gold
}

/** What the gold standard's own comparison says of a tree. */
function compare(tree: NotesRoot): string {
  const folder = mkdtempSync(join(tmpdir(), 'notes-outline-'))
  try {
    const file = join(folder, 'tree.json')
    writeFileSync(file, JSON.stringify(tree))
    return execFileSync(process.execPath, [join(testData, 'gold/outline-diff.mjs'), file], {
      encoding: 'utf8',
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(!hasTestData)('the first notes, as plain text', () => {
  const { source, events } = hasTestData ? readGold() : { source: '', events: [] }
  const text = hasTestData ? readFileSync(join(testData, source), 'utf8') : ''
  const starts = events.map(({ title }) => text.indexOf(`${title}\n`))
  const parts = starts.map((start, at) => text.slice(start, starts[at + 1]).trimEnd())
  const outlines = events.map(({ title, sections, sessions }) => ({
    title,
    sections,
    sessions: sessions.map((session) => ({ title: session.title, sections: session.sections })),
  }))

  it('has the outline of the gold standard', () => {
    expect(compare(parseNotes(text, { input: 'text' }).tree)).toMatch(/ 0 extra$/m)
    expect(compare(parseNotes(text, { input: 'text' }).tree)).not.toMatch(/^[-+]/m)
  })

  it('has it as an imported book too', () => {
    const { files } = planImport([{ path: 'notes.txt', source: text }])
    const notes = files
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ path, text: markdown }) => {
        const role = path.endsWith('/event.md') ? 'event' : 'session'
        return { path, tree: parseNotes(markdown, { file: path, role }).tree }
      })
    expect(compare(joinNotes(notes).tree)).not.toMatch(/^[-+]/m)
  })

  for (const [name, layOut] of Object.entries(layouts)) {
    it(`has it ${name}`, () => {
      expect(compare(parseNotes(layOut(text), { input: 'text' }).tree)).not.toMatch(/^[-+]/m)
    })
  }

  it.each(ordersOf([0, 1, 2, 3]))('has it with the events in the order %i %i %i %i', (...order) => {
    const shuffled = order.map((at) => parts[at]).join('\n\n')
    expect(outlineOf(parseNotes(shuffled, { input: 'text' }).tree)).toEqual(order.map((at) => outlines[at]))
  })

  it.each(otherTitles)('has it with other titles: %s', (...titles) => {
    const events = titles.slice(0, 4)
    const talks = titles.slice(4)
    let next = 0
    const renamed = outlines.map((event, at) => {
      let part = parts[at] ?? ''
      const rename = (from: string, to: string) => {
        part = `\n${part}\n`.replace(`\n${from}\n`, () => `\n${to}\n`).slice(1, -1)
        return to
      }
      const sessions = event.sessions.map(({ title, sections }) => ({
        title: rename(title, (talks[next++] ?? '') + (/ by .*/.exec(title)?.[0] ?? '')),
        sections,
      }))
      const title = rename(event.title, events[at] ?? '')
      return { part, outline: { title, sections: event.sections, sessions } }
    })
    const { tree } = parseNotes(renamed.map(({ part }) => part).join('\n\n'), { input: 'text' })
    expect(outlineOf(tree)).toEqual(renamed.map(({ outline }) => outline))
  })
})

/** Titles of four events and of their twelve talks. */
const otherTitles = [
  'builderscon tokyo 2018|21世紀の経済学|PHPカンファレンス2019|SRE Lounge #9|GraphQL|WebAuthn|データベース|PWA|DNS|型の話|Scaling|Edge|監視|AI|Rust|言語の歴史',
  "第12回 関西Ruby会議|地方創生の対談メモ|Google Cloud Next '19 in Tokyo|技術書典7|Design System|HTTP|機械学習基盤|Observability|支援技術|S3 2018|ECS|RDS|EKS|VPC|KMS|OSS",
  'RSGT2020|民主主義の本の感想|Vue Fes Japan 2018|connpass 10周年記念イベント|スクラム|カンバン|XP|LeSS|モブプロ|Vuex|Nuxt|Vite|Pinia|Router|SSR|運営の裏側',
].map((row) => row.split('|'))

function ordersOf(items: number[]): number[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}
