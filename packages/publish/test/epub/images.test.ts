import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { packageImages } from '../../src/epub/images.ts'
import { mayMove } from '../../src/epub/moving.ts'
import { sanitizeSvg } from '../../src/epub/svg.ts'
import type { Asset } from '../../src/model.ts'

describe('packageImages', () => {
  it('scales what is too large and says so', async () => {
    const large = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const asset: Asset = { path: 'a.png', mediaType: 'image/png', bytes: large, width: 900, height: 300 }
    const { images, messages } = await packageImages(['a.png'], new Map([['a.png', asset]]), 300)
    const { width, height } = await sharp(images[0]!.bytes).metadata()
    expect([width, height]).toEqual([300, 100])
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([['image-scaled', 'a.png']])
  })

  it('leaves small images byte for byte', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const asset: Asset = { path: 'a.gif', mediaType: 'image/gif', bytes, width: 1, height: 1 }
    const { images } = await packageImages(['a.gif'], new Map([['a.gif', asset]]), 300)
    expect(images).toEqual([{ file: 'images/image-1.gif', mediaType: 'image/gif', bytes }])
  })

  it('reports a damaged image that would have to be scaled, and a format that readers cannot show', async () => {
    const damaged: Asset = {
      path: 'a.png',
      mediaType: 'image/png',
      bytes: new Uint8Array(9),
      width: 999,
      height: 9,
    }
    const foreign: Asset = { path: 'b.tif', mediaType: 'image/tiff', bytes: new Uint8Array(8) }
    const assets = new Map([damaged, foreign].map((asset) => [asset.path, asset]))
    const { images, files, messages } = await packageImages(['a.png', 'b.tif', 'c.png'], assets, 300)
    expect(images).toEqual([])
    expect(files.size).toBe(0)
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['image-unusable', 'image-unusable'])
  })
})

describe('mayMove', () => {
  const frame = { create: { width: 4, height: 4, channels: 3 as const, background: '#fff' } }
  const frames = async (format: 'gif' | 'webp', count: number): Promise<Uint8Array> => {
    const pages = await Promise.all(
      Array.from({ length: count }, (_, at) =>
        sharp({ create: { ...frame.create, background: at === 0 ? '#fff' : '#000' } })
          .png()
          .toBuffer(),
      ),
    )
    const joined = sharp(pages, { join: { animated: true } })
    return await joined[format]({ loop: 1 }).toBuffer()
  }

  it.each(['gif', 'webp'] as const)(
    'tells a %s of several frames from one of a single frame',
    async (format) => {
      const mediaType = `image/${format}`
      expect(mayMove({ mediaType, bytes: await frames(format, 2) })).toBe(true)
      expect(mayMove({ mediaType, bytes: await sharp(frame)[format]().toBuffer() })).toBe(false)
    },
  )

  it('knows drawings that are animated by their style, and no other format', async () => {
    const svg = (style: string) => Buffer.from(`<svg><style>${style}</style></svg>`)
    expect(mayMove({ mediaType: 'image/svg+xml', bytes: svg('@keyframes a { to { x: 1 } }') })).toBe(true)
    expect(mayMove({ mediaType: 'image/svg+xml', bytes: svg('.a { fill: red }') })).toBe(false)
    expect(mayMove({ mediaType: 'image/png', bytes: await sharp(frame).png().toBuffer() })).toBe(false)
  })
})

describe('sanitizeSvg', () => {
  it('keeps a drawing', () => {
    const source =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g"><stop offset="1" stop-color="red"/></linearGradient></defs><rect width="9" height="9" fill="url(#g)"/><text x="1" y="2">図 &amp; 表</text></svg>'
    expect(sanitizeSvg(source)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><defs><linearGradient id="g"><stop offset="1" stop-color="red"></stop></linearGradient></defs><rect width="9" height="9" fill="url(#g)"></rect><text x="1" y="2">図 &amp; 表</text></svg>\n',
    )
  })

  it.each([
    '<script>x()</script>',
    '<image href="file:///etc/passwd"/>',
    '<image xlink:href="https://example.com/a.png"/>',
    '<use href="https://example.com/a.svg#b"/>',
    '<a href="javascript:x()"><text>t</text></a>',
    '<rect onload="x()" style="fill: url(https://example.com/a)"/>',
    '<style>@import "https://example.com/a.css";</style>',
    '<style>@\\69mport "https://example.com/a.css";</style>',
    '<foreignObject><iframe src="https://example.com"></iframe></foreignObject>',
    '<set attributeName="href" to="javascript:x()"/>',
  ])('makes %s harmless', (inner) => {
    const result = sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)
    expect(result).toMatch(/^<\?xml.*\n<svg/u)
    expect(result).not.toMatch(/script|example|passwd|onload|import|iframe/u)
  })

  it('takes no entities from a document type', () => {
    const source = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>'
    expect(sanitizeSvg(source)).not.toMatch(/ENTITY|passwd/u)
  })

  it('finds no drawing in something else', () => {
    expect(sanitizeSvg('<p>nothing</p>')).toBeUndefined()
  })
})
