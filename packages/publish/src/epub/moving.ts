import type { PackagedImage } from './images.ts'

/** Whether an image may move when it is shown, and so could flash: frames of GIF and WebP, animated drawings. */
export function mayMove({ mediaType, bytes }: Pick<PackagedImage, 'mediaType' | 'bytes'>): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (mediaType) {
    case 'image/gif':
      return file.includes('NETSCAPE2.0', 0, 'latin1') || hasSecondFrame(file)
    case 'image/webp':
      // The second bit of the extended format's flags: https://developers.google.com/speed/webp/docs/riff_container
      return file.toString('latin1', 12, 16) === 'VP8X' && ((file[20] ?? 0) & 2) !== 0
    case 'image/svg+xml':
      return /@(?:-\w+-)?keyframes/iu.test(file.toString('utf8'))
    default:
      return false
  }
}

/** Each frame of a GIF that is shown for a time begins with a graphic control extension. */
function hasSecondFrame(gif: Buffer): boolean {
  const control = Buffer.from([0x21, 0xf9, 0x04])
  const first = gif.indexOf(control)
  return first >= 0 && gif.indexOf(control, first + 1) >= 0
}
