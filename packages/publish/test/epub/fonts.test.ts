import { describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { book, config, event, paragraph, session } from '../html/build.ts'
import { build, now, theme } from './read-epub.ts'

describe('fonts of an ePub', () => {
  it('embeds the theme’s fonts, cut down to the characters used, where book.yaml asks for it', async () => {
    const notes = book([event('e', '会', session('s', '話', paragraph('本文')))])
    expect([...(await build(notes)).files.keys()].filter((name) => name.endsWith('.woff'))).toEqual([])
    notes.config = config({ title: '本 ★ 髙 \u{10FFFD}', fonts: 'embed' })
    const { files, epub, messages } = await build(notes)
    const fonts = [...files.keys()].filter((name) => name.endsWith('.woff'))
    expect(fonts.length).toBeGreaterThan(3)
    for (const name of fonts) {
      expect(files.get('style.css')).toContain(`src: url('${name}') format('woff')`)
      expect(files.get(name)?.startsWith('wOFF')).toBe(true)
    }
    expect(epub.length).toBeLessThan(400_000)
    expect(messages).toEqual(['publish/font-lacks-character'])
  })

  it('says where a character stands that the embedded fonts lack', async () => {
    const position = { start: { line: 7, column: 1 }, end: { line: 7, column: 9 } }
    const rare = { type: 'text', value: '本文 \u{10FFFC}', position } as const
    const notes = book([event('e', '会', session('s', '話', paragraph(rare)))], {
      config: config({ fonts: 'embed' }),
    })
    const { messages } = await renderEpub({ book: notes, assets: new Map(), theme, now })
    expect(messages.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['events/01-event/s.md', 7, 'The fonts that are embedded in the ePub lack “\u{10FFFC}” (U+10FFFC).'],
    ])
  })
})
