import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSegmenterTokenizer } from '@notes/glossary'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import type { Asset } from '../../src/model.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

const small = { events: 1, sessions: 1, sections: 1, points: 3 }

async function image(path: string, width: number, height: number): Promise<Asset> {
  const background = { r: 200, g: 30, b: 30 }
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { path, mediaType: 'image/png', bytes, width, height }
}

async function print(extra: string, assets: Asset[] = [], config: Record<string, unknown> = {}) {
  const { pdf: bytes, messages } = await printSample(sampleBook({ ...small, extra, config }), assets)
  const pdf = await openPdf(bytes)
  const pages = []
  for (let page = 1; page <= pdf.numPages; page++) pages.push(await plainPage(pdf, page))
  const rules = messages.map(({ ruleId, file, line }) => `${ruleId} ${file}:${line}`)
  return { bytes: Buffer.from(bytes), text: pages.join(''), rules }
}

const file = 'events/01-meeting/01-talk.md'

describe('what a page cannot hold', () => {
  it('sets a table of 14 columns smaller, and says where it is', async () => {
    const row = (cell: string): string => `| ${Array.from({ length: 14 }, () => cell).join(' | ')} |`
    const { text, rules } = await print(`${row('とても長い見出し')}\n${row('--')}\n${row('中身')}\n`)
    expect(rules).toEqual([`wide-table ${file}:12`])
    expect(text.match(/中身/g)).toHaveLength(14)
  })

  it('scales an image of 20,000 pixels down', async () => {
    const asset = await image('events/01-meeting/map.png', 20_000, 2000)
    const { bytes, rules } = await print('![地図](events/01-meeting/map.png)\n', [asset])
    expect(rules).toEqual([`huge-image ${file}:12`])
    const widths = [...bytes.toString('latin1').matchAll(/\/Subtype \/Image\n\/Width (\d+)/g)]
    expect(widths.map(([, width]) => Number(width))).toEqual([4961])
  })

  it('reports an image with few pixels, and prints it grey in one colour', async () => {
    const asset = await image('events/01-meeting/a.png', 300, 200)
    const { bytes, rules } = await print('![図](events/01-meeting/a.png)\n', [asset], { colour: 'one' })
    expect(rules).toEqual([`low-resolution ${file}:12`])
    const found = bytes.toString('latin1').match(/\/ColorSpace [^\n]+/g)
    expect(found).toEqual(['/ColorSpace /DeviceGray'])
  })

  it('breaks a word of 3,000 characters', async () => {
    const { text, rules } = await print(`${'x'.repeat(3000)}\n`)
    expect(rules).toEqual([`long-word ${file}:12`])
    expect(text.match(/x+/g)?.reduce((sum, each) => sum + each.length, 0)).toBe(
      3000 + 'example'.match(/x/g)!.length,
    )
  })

  it('names a character that no font holds', async () => {
    const { rules } = await print('표と書く。\n')
    expect(rules).toContain(`missing-glyph ${file}:12`)
  })

  it('prints a session without a title on a usual page where the paper is unknown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'book-'))
    try {
      mkdirSync(join(folder, 'events/01-meeting'), { recursive: true })
      writeFileSync(join(folder, 'book.yaml'), 'title: 本\npage:\n  size: a3\n')
      writeFileSync(join(folder, 'events/01-meeting/event.md'), '# 設計の会\n')
      writeFileSync(join(folder, 'events/01-meeting/01-talk.md'), '- 題のない話の一行目\n')
      const { book } = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
      const places = book.messages.map(({ ruleId, file, line }) => `${ruleId} ${file}:${line}`)
      expect(places).toContain('config-value book.yaml:3')
      expect(places).toContain('untitled events/01-meeting/01-talk.md:1')
      const pdf = await openPdf((await printSample(book)).pdf)
      const [, , right = 0, top = 0] = (await pdf.getPage(1)).view
      expect([right, top].map((points) => Math.round((points * 25.4) / 72))).toEqual([148, 210])
      const pages = []
      for (let page = 1; page <= pdf.numPages; page++) pages.push(await plainPage(pdf, page))
      expect(pages.join('')).toContain('題のない話の一行目')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
