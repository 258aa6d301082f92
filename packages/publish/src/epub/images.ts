import { createHash } from 'node:crypto'
import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { Asset, Assets } from '../model.ts'
import { epubRule } from './rules.ts'
import { sanitizeSvg } from './svg.ts'

/** An image as it stands in the ePub. */
export interface PackagedImage {
  /** Below `OEBPS/`. */
  file: string
  mediaType: string
  bytes: Uint8Array
}

/** How a document shows an image. */
export interface ShownImage {
  file: string
  /** In pixels, where the image was scaled. */
  width?: number
  height?: number
}

export interface PackagedImages {
  /** One entry for each content, however often it is shown. */
  images: PackagedImage[]
  /** The image in the ePub by the asset's path. */
  files: Map<string, ShownImage>
  messages: VFileMessage[]
}

const extensions: Record<string, string> = {
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
}

/** Prepares the images that the chapters show: each content once, none larger than `maximum` pixels a side. */
export async function packageImages(
  shown: Iterable<string>,
  assets: Assets,
  maximum: number,
): Promise<PackagedImages> {
  const result: PackagedImages = { images: [], files: new Map(), messages: [] }
  const known = new Map<string, ShownImage | undefined>()
  for (const path of new Set(shown)) {
    const asset = assets.get(path)
    if (!asset) continue
    const hash = createHash('sha256').update(asset.bytes).digest('hex')
    if (!known.has(hash)) {
      const prepared = await prepare(asset, maximum, result.messages)
      const file = `images/image-${result.images.length + 1}.${extensions[prepared?.image.mediaType ?? ''] ?? ''}`
      known.set(hash, prepared && { file, ...prepared.size })
      if (prepared) result.images.push({ ...prepared.image, file })
    }
    const shown = known.get(hash)
    if (shown !== undefined) result.files.set(path, shown)
  }
  return result
}

interface Prepared {
  image: Omit<PackagedImage, 'file'>
  /** Its new size. */
  size?: { width: number; height: number }
}

async function prepare(
  asset: Asset,
  maximum: number,
  messages: VFileMessage[],
): Promise<Prepared | undefined> {
  const { path, mediaType, bytes } = asset
  if (mediaType === 'image/svg+xml') {
    const drawing = sanitizeSvg(new TextDecoder().decode(bytes))
    if (drawing !== undefined) return { image: { mediaType, bytes: new TextEncoder().encode(drawing) } }
  } else if (mediaType in extensions) {
    if (Math.max(asset.width ?? 0, asset.height ?? 0) <= maximum) return { image: { mediaType, bytes } }
    const scaled = await scale(bytes, maximum)
    if (scaled) {
      const reason = `The image ${path} has ${asset.width} × ${asset.height} pixels; it is scaled to ${maximum} pixels on its longer side.`
      messages.push(createMessage(epubRule.imageScaled, { reason, file: path }))
      return { image: { mediaType, bytes: scaled.bytes }, size: scaled.size }
    }
  }
  const reason = `The image ${path} (${mediaType}) cannot be read as an image for the ePub.`
  messages.push(createMessage(epubRule.imageUnusable, { reason, file: path }))
  return undefined
}

/** Scales an image in its own format; undefined where it is damaged. */
async function scale(
  bytes: Uint8Array,
  side: number,
): Promise<{ bytes: Uint8Array; size: { width: number; height: number } } | undefined> {
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(bytes, { limitInputPixels: 1 << 29 }).rotate()
    const size = { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const
    const { data, info } = await image.resize(size).toBuffer({ resolveWithObject: true })
    return { bytes: new Uint8Array(data), size: { width: info.width, height: info.height } }
  } catch {
    return undefined
  }
}
