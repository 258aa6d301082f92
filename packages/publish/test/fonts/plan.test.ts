import { describe, expect, it } from 'vitest'
import { planFonts } from '../../src/fonts/plan.ts'
import { embedSvgFonts } from '../../src/fonts/svg-text.ts'

const codes = (text: string): number[] => Array.from(text, (each) => each.codePointAt(0) ?? 0)

describe('planFonts', () => {
  it('takes everyday text from one file a weight', async () => {
    const { faces, missing } = await planFonts(codes('設計と運用の話。Web 2.0'))
    expect(missing).toEqual([])
    expect(faces.map(({ family, weight }) => `${family} ${weight}`)).toEqual([
      'Noto Serif JP 400',
      'Noto Serif JP 700',
      'Noto Sans JP 400',
      'Noto Sans JP 700',
      'M PLUS 1 Code 400',
      'M PLUS 1 Code 700',
    ])
  })

  it('takes the rest from slices, Greek and emoji from fonts of their own', async () => {
    const { faces, missing } = await planFonts(codes('髙①★λ👍'))
    expect(missing).toEqual([])
    const serif = faces.filter(({ family, weight }) => family === 'Noto Serif JP' && weight === 400)
    const sources = serif.flatMap(({ file, characters = [] }) =>
      characters.map((each) => `${String.fromCodePoint(each)} ${'package' in file ? file.package : ''}`),
    )
    expect(sources.toSorted()).toEqual([
      'λ noto-serif',
      '① noto-serif-jp',
      '★ noto-serif-jp',
      '髙 noto-serif-jp',
      '👍 noto-emoji',
    ])
  })

  it('tells what no font holds, and does not count what is never drawn', async () => {
    expect((await planFonts(codes('한\u{200D}\u{FE0F}\n字'))).missing).toEqual(codes('한'))
  })
})

describe('embedSvgFonts', () => {
  it('gives a drawing the glyphs of its own text', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>応答 &amp; λ</text></svg>')
    const embedded = Buffer.from(await embedSvgFonts(drawing)).toString()
    expect(embedded.match(/@font-face/g)).toHaveLength(2)
    expect(embedded).toMatch(/src:url\("data:font\/woff2;base64,/)
    expect(embedded.endsWith('<text>応答 &amp; λ</text></svg>')).toBe(true)
    expect(embedded.length).toBeLessThan(20_000)
  })

  it('leaves a drawing without text as it is', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>')
    expect(await embedSvgFonts(drawing)).toBe(drawing)
  })
})
