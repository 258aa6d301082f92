import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'

const compress = promisify(deflate)

/**
 * How colours are printed: pure black for black text and rules; for greys, too, in shades of it; or everything in
 * shades of black.
 */
export type Ink = 'black' | 'neutrals' | 'one-colour'

/**
 * Rewrites a page's drawing by `draw`; without one its colours alone: black as 0/0/0/K, so that a press prints text
 * with one plate; with one colour every other colour too. Undefined where nothing changes.
 */
export async function rewriteDrawing(
  stream: { dictionary: string; data: Buffer },
  ink: Ink,
  draw: (source: string, ink: Ink) => string = inkColours,
): Promise<{ dictionary: string; data: Buffer } | undefined> {
  const packed = /\/Filter \/FlateDecode/.test(stream.dictionary)
  if (/\/Filter/.test(stream.dictionary) && !packed) return
  const source = (packed ? inflateSync(stream.data) : stream.data).toString('latin1')
  const drawn = draw(source, ink)
  if (drawn === source) return
  const plain = Buffer.from(drawn, 'latin1')
  const dictionary = stream.dictionary.replace(/\/Filter \/FlateDecode/, '').replace(/\/Length \d+/, '')
  const inner = dictionary.replace(/^<<|>>$/g, '').trim()
  return { dictionary: `<</Filter /FlateDecode\n${inner}>>`, data: await compress(plain, { level: 6 }) }
}

/** An image of one plate: its three equal channels as one. The browser writes grey images in three channels. */
export async function greyImage(stream: {
  dictionary: string
  data: Buffer
}): Promise<{ dictionary: string; data: Buffer } | undefined> {
  const { dictionary, data } = stream
  const space = /\/ColorSpace (?:\/DeviceRGB|\[\/ICCBased \d+ 0 R\])/.exec(dictionary)?.[0]
  const [width, height] = ['Width', 'Height'].map((key) =>
    Number(new RegExp(`/${key} (\\d+)`).exec(dictionary)?.[1] ?? 0),
  ) as [number, number]
  if (!space || !/\/Filter \/FlateDecode/.test(dictionary)) return
  const colours = inflateSync(data)
  if (colours.length !== width * height * 3) return
  const grey = Buffer.alloc(width * height)
  for (let at = 0; at < grey.length; at++) grey[at] = colours[at * 3] ?? 0
  const inner = dictionary.replace(space, '/ColorSpace /DeviceGray').replace(/\/Length \d+/, '')
  return { dictionary: inner, data: await compress(grey, { level: 6 }) }
}

const COLOUR = /(?<!\S)([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)(?!\S)/g

/** Sets colours in the press's black. */
export function inkColours(source: string, ink: Ink): string {
  return source.replaceAll(COLOUR, (whole, red: string, green: string, blue: string, operator: string) => {
    const key = operator === 'rg' ? 'k' : 'K'
    const light = 0.2126 * Number(red) + 0.7152 * Number(green) + 0.0722 * Number(blue)
    if (light === 0) return `0 0 0 1 ${key}`
    const grey = ink === 'one-colour' || (ink === 'neutrals' && red === green && green === blue)
    return grey ? `0 0 0 ${Number((1 - light).toFixed(4))} ${key}` : whole
  })
}
