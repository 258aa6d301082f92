import { imageSize } from 'image-size'

/** What an image is, by its content. */
export type Media =
  | { kind: 'image'; mediaType: string; width?: number; height?: number }
  | { kind: 'broken'; reason: string }

/** Formats that every reader of ePub 3 and every browser can show. */
const mediaTypes: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Reads an image's format and size in pixels, as it is shown (a photo's rotation counted in). */
export function readMedia(bytes: Uint8Array): Media {
  if (bytes.length === 0) return { kind: 'broken', reason: 'is empty' }
  let size: ReturnType<typeof imageSize>
  try {
    size = imageSize(bytes)
  } catch {
    // An SVG may leave its size to whoever shows it, which the library does not allow.
    if (isSvg(bytes)) return { kind: 'image', mediaType: 'image/svg+xml' }
    return { kind: 'broken', reason: 'is no image, or its head is damaged' }
  }
  const { type = '', width, height, orientation = 1 } = size
  const mediaType = mediaTypes[type]
  if (mediaType === undefined)
    return { kind: 'broken', reason: `is ${type.toUpperCase()}, which books cannot show` }
  if (!isWhole(type, bytes)) return { kind: 'broken', reason: 'ends too early' }
  if (!(width > 0 && height > 0)) return { kind: 'broken', reason: 'has no size' }
  const turned = orientation >= 5
  return { kind: 'image', mediaType, width: turned ? height : width, height: turned ? width : height }
}

function isSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('utf8')
  return (
    /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b/u.test(head) &&
    isWhole('svg', bytes)
  )
}

/** Whether a file has the end of its format; a copy that broke off has not. */
function isWhole(type: string, bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  switch (type) {
    case 'png':
      return tail.includes('IEND', 0, 'latin1')
    case 'jpg':
      return tail.includes(Buffer.from([0xff, 0xd9]))
    case 'gif':
      return tail.includes(0x3b)
    case 'webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length
    default:
      return /<\/(?:[\w-]+:)?svg\s*>|<svg[^>]*\/>/iu.test(tail.toString('utf8'))
  }
}
