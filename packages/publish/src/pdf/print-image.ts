import sharp from 'sharp'
import { embedSvgFonts } from '../fonts/svg-text.ts'
import type { Asset } from '../model.ts'
import { type Geometry, PX_PER_MM } from './geometry.ts'

/** More pixels an inch than a press shows only cost memory. */
const MAX_RESOLUTION = 600

/** The longest side, in pixels, that an image of the whole page can use. */
export function largestSide({ width, height }: Geometry): number {
  return Math.round((Math.max(width, height) * PX_PER_MM * MAX_RESOLUTION) / 96)
}

/** Whether an image has more pixels than a page can show. */
export function isOversized(asset: Asset, geometry: Geometry): boolean {
  return Math.max(asset.width ?? 0, asset.height ?? 0) > largestSide(geometry)
}

export interface ImageOptions {
  oneColour: boolean
  /** Whether transparent images stand on white paper already, because the press takes no transparency. */
  opaque?: boolean
}

/** An image's bytes as the page gets them: scaled down to what print shows, grey in one colour, SVG with its fonts. */
export async function printImage(
  asset: Asset,
  geometry: Geometry,
  { oneColour, opaque = false }: ImageOptions,
): Promise<Uint8Array> {
  if (asset.mediaType === 'image/svg+xml') return await embedSvgFonts(asset.bytes)
  const oversized = isOversized(asset, geometry)
  const flattened = opaque && asset.mediaType !== 'image/jpeg'
  if (!oversized && !oneColour && !flattened) return asset.bytes
  try {
    const image = sharp(asset.bytes, { limitInputPixels: false, sequentialRead: true })
    const side = largestSide(geometry)
    const sized = oversized ? image.resize({ width: side, height: side, fit: 'inside' }) : image
    const drawn = flattened ? sized.flatten({ background: '#fff' }) : sized
    return await (oneColour ? drawn.greyscale() : drawn).toBuffer()
  } catch {
    return asset.bytes
  }
}
