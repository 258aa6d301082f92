/** Pages that would stay empty for want of a line or two. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Asset } from '../../src/model.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

/** As wide as 300 CSS pixels, which are 79 mm. */
async function picture(path: string): Promise<Asset> {
  const [width, height] = [300, 280]
  const background = { r: 120, g: 120, b: 120 }
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { path, mediaType: 'image/png', bytes, width, height }
}

describe('space is taken from where it is to spare', () => {
  it('puts the list of a part’s sessions on the page where the part opens', async () => {
    const { pdf: bytes } = await printSample(sampleBook({ events: 1, sessions: 21, sections: 1, points: 1 }))
    const pdf = await openPdf(bytes)
    const labels = (await pdf.getPageLabels()) ?? []
    const part = labels.indexOf('1')
    const text = await plainPage(pdf, part + 1)
    for (let session = 1; session <= 21; session++) expect(text).toContain(`継続的な配備の話1-${session}（`)
    expect(await plainPage(pdf, part + 2)).toBe('')
  })

  it('makes a picture smaller that nearly fits, by four tenths at most, and no other', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const assets = await Promise.all(names.map((name) => picture(`events/01-meeting/${name}.png`)))
    const extra = assets.map(({ path }, at) => `${'本文は続く。'.repeat(62 + at * 17)}\n\n![図](${path})\n`)
    const book = sampleBook({ events: 1, sessions: 1, sections: 1, points: 1, extra: extra.join('\n') })
    const { messages } = await printSample(book, assets)
    const widths = messages.flatMap(({ ruleId, reason }) =>
      ruleId === 'low-resolution' ? [Number(/over (\d+) mm/.exec(reason)?.[1])] : [],
    )
    expect(widths).toHaveLength(names.length)
    expect(Math.max(...widths)).toBe(79)
    expect(Math.min(...widths)).toBeLessThan(79)
    expect(Math.min(...widths)).toBeGreaterThan(79 * 0.6 - 1)
  })
})
