/** What an ePub says to readers' software and to who listens. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Asset } from '../../src/model.ts'
import { book, config, event, paragraph, session } from '../html/build.ts'
import { build } from './read-epub.ts'
import { image } from './torture-book.ts'

const picture = (alt: string) => ({ type: 'image', url: image.path, alt }) as never
const assets = new Map([[image.path, image]])

async function talk(...children: unknown[]): Promise<string> {
  const notes = book([event('e', '会', session('s', '話', ...children))])
  return (await build(notes, { assets })).files.get('s.xhtml') ?? ''
}

describe('an image', () => {
  it('with its alternative text as the caption is heard once', async () => {
    const xhtml = await talk(paragraph(picture('構成')))
    expect(xhtml).toMatch(
      /<img src="[^"]+" alt="構成"[^>]*\/><figcaption aria-hidden="true">構成<\/figcaption>/u,
    )
  })

  it('with a caption of its own is heard with it', async () => {
    const titled = { type: 'image', url: image.path, alt: '構成', title: '2019年の構成' } as never
    expect(await talk(paragraph(titled))).toContain('<figcaption>2019年の構成</figcaption>')
  })

  it('beside words that say the same is not heard', async () => {
    expect(await talk(paragraph('構成', picture('構成')))).toMatch(/<p>構成<img [^>]*aria-hidden="true"/u)
    expect(await talk(paragraph('構成の図', picture('構成')))).not.toContain('aria-hidden')
  })

  it('that is scaled has the size that it has then', async () => {
    const side = { width: 900, height: 300 }
    const bytes = await sharp({ create: { ...side, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const wide: Asset = { ...image, bytes, ...side }
    const notes = book([event('e', '会', session('s', '話', paragraph(picture('図'))))], {
      config: config({ epub: { maximumImageSide: 300 } }),
    })
    const { files } = await build(notes, { assets: new Map([[image.path, wide]]) })
    expect(files.get('s.xhtml')).toContain('width="300" height="100"')
  })
})

describe('the package', () => {
  it('leads to the cover, the contents, the body', async () => {
    const { files } = await build(book([event('e', '会', session('s', '話', paragraph('本文')))]))
    const landmarks = /epub:type="landmarks".*?<\/nav>/su.exec(files.get('toc.xhtml') ?? '')?.[0] ?? ''
    expect(
      Array.from(landmarks.matchAll(/href="([^"]+)" epub:type="([^"]+)"/gu), ([, ...pair]) => pair),
    ).toEqual([
      ['cover.xhtml', 'cover'],
      ['toc.xhtml', 'toc'],
      ['e.xhtml', 'bodymatter'],
    ])
  })

  it('asks Apple’s reader for the fonts that are embedded, and for none where there are none', async () => {
    const notes = book([event('e', '会', session('s', '話', paragraph('本文')))])
    expect((await build(notes)).files.get('content.opf')).not.toContain('ibooks')
    notes.config = config({ fonts: 'embed' })
    const opf = (await build(notes)).files.get('content.opf')
    expect(opf).toContain('<meta property="ibooks:specified-fonts">true</meta>')
    expect(opf).toMatch(/<package [^>]*prefix="[^"]*ibooks: http:\/\/vocabulary\.itunes\.apple\.com\//u)
  })

  it('links the addresses of the colophon', async () => {
    const notes = book([event('e', '会', session('s', '話', paragraph('本文')))])
    notes.config = config({
      colophon: { url: 'https://example.com/?a&b', contact: 'a@example.com', printer: 'javascript:run' },
    })
    const colophon = (await build(notes)).files.get('colophon.xhtml')
    expect(colophon).toContain(
      '<td><a href="https://example.com/?a&amp;b">https://example.com/?a&amp;b</a></td>',
    )
    expect(colophon).toContain('<td><a href="mailto:a@example.com">a@example.com</a></td>')
    expect(colophon).toContain('<td>javascript:run</td>')
  })
})
