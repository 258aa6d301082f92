import { parseNotes, type Session } from '@notes/parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderHandouts, type RenderedHandouts } from '../../src/handout/render-handouts.ts'
import type { Book } from '../../src/model.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { type DrawnText, openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

/** A book whose sessions hold these notes. */
function bookOf(notes: readonly string[]): Book {
  const book = sampleBook({ events: 1, sessions: notes.length, sections: 1, points: 1 })
  const sessions = book.tree.children[0]?.children.filter(
    (child): child is Session => child.type === 'session',
  )
  for (const [at, text] of notes.entries()) {
    const { tree } = parseNotes(`# 話${at}\n\n${text}`, { file: `${at}.md`, role: 'session' })
    const session = tree.children[0]?.children.find((child): child is Session => child.type === 'session')
    const target = sessions?.[at]
    if (session && target) Object.assign(target, { children: session.children, urls: [], slides: [] })
  }
  return book
}

const points = (count: number): string =>
  Array.from({ length: count }, (_, at) => `- ${at + 1}番目の点を書き留める`).join('\n')

/** What of a page belongs to its structure. */
async function taggedText(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>['getPage']>>,
): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  let said = ''
  const open: boolean[] = []
  for (const item of items) {
    if ('str' in item) said += open.includes(true) ? item.str : ''
    else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id?.includes('_mc') ?? false)
  }
  return said
}

async function pagesOf(bytes: Uint8Array): Promise<DrawnText[][]> {
  const pdf = await openPdf(bytes)
  return await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pageText(pdf, at + 1)))
}

const lengths = Array.from({ length: 14 }, (_, at) => 96 + at * 4)
const rows = Array.from({ length: 160 }, (_, at) => `| 行${at + 1} | 値 |`).join('\n')
const code = (lines: number): string => `\`\`\`\n${'x = 1\n'.repeat(lines)}\`\`\`\n`

describe('pages of handouts', () => {
  let made: RenderedHandouts
  let handouts: DrawnText[][][]

  beforeAll(async () => {
    const table = `| 見出し | 値 |\n|---|---|\n${rows}\n`
    const listings = `표の話。\n\n${points(42)}\n\n${code(6)}\n${points(4)}\n`
    const input = renderInput(bookOf([...lengths.map(points), table, listings]))
    made = await renderHandouts(input, { browser: await testBrowser() })
    handouts = await Promise.all(made.files.map(({ bytes }) => pagesOf(bytes)))
  })

  it('do not end with a page of a few lines, which is pulled in by closer lines and slightly smaller text', () => {
    const counts = made.files.slice(0, lengths.length).map(({ pages }) => pages)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(new Set(counts)).toEqual(new Set([1, 2]))
    const notes = handouts
      .slice(0, lengths.length)
      .map((pages) => pages.map((runs) => runs.filter(({ text }) => text.includes('番目'))))
    const sizes = notes.flat(2).map(({ size }) => size)
    expect(Math.min(...sizes)).toBeGreaterThan(7.3)
    const last = notes.flatMap((pages) => (pages.length > 1 ? (pages.at(-1)?.length ?? 0) : []))
    // Where they cannot be, larger text brings more lines to them.
    expect(Math.min(...last)).toBeGreaterThan(40)
    expect(Math.max(...sizes)).toBeLessThan(11)
    expect(new Set(notes.map((pages) => pages[0]?.[0]?.size.toFixed(1))).size).toBeGreaterThan(1)
  })

  it('leave the ruled column free', () => {
    for (const runs of handouts.flat()) {
      const notes = runs.filter(({ text }) => /番目|行\d|x = 1/.test(text))
      expect(Math.max(...notes.map(({ x, width }) => x + width))).toBeLessThan((210 - 12 - 50) * (72 / 25.4))
    }
  })

  it('repeat the head of a table that is cut', () => {
    const pages = handouts[lengths.length] ?? []
    expect(pages.length).toBeGreaterThan(1)
    for (const runs of pages) expect(runs.map(({ text }) => text).join('')).toContain('見出し')
    const all = pages.flat().map(({ text }) => text)
    expect(all.join('').replaceAll(/\s/g, '')).toContain('行160値')
  })

  it('are read aloud without what every page shows again: head and number of the page, the head of a table', async () => {
    const file = made.files[lengths.length]
    const pdf = await openPdf(file?.bytes ?? new Uint8Array())
    const said = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => await taggedText(await pdf.getPage(at + 1))),
    )
    expect(said.length).toBeGreaterThan(1)
    const [first = '', ...others] = said.map((text) => text.replaceAll(' ', ''))
    expect(first).toContain(`話${lengths.length}見出し値`)
    // Not in the next column of the same page either.
    expect(first.match(/見出し/g)).toHaveLength(1)
    expect(others.join('')).toContain('行160値')
    expect(others.join('')).not.toMatch(/見出し|話\d/)
    expect(first + others.join('')).not.toMatch(/\d\/\d/)
  })

  it('keep short code in one column', () => {
    const runs = handouts[lengths.length + 1]?.flat().filter(({ text }) => text.includes('x = 1')) ?? []
    expect(runs).toHaveLength(6)
    expect(new Set(runs.map(({ x }) => Math.round(x))).size).toBe(1)
  })

  it('report a character that no font holds, at its first place', () => {
    expect(made.messages.map(({ ruleId, reason, file, line }) => ({ ruleId, reason, file, line }))).toEqual([
      {
        ruleId: 'missing-glyph',
        reason: 'No font of the book holds “표” (U+D45C).',
        file: `events/01-meeting/${lengths.length + 2}-talk.md`,
        line: 3,
      },
    ])
  })
})
