import type { Element } from 'hast'
import { encode } from 'uqr'

/** Longest URL that fits a code which a phone still reads from paper. */
const MAX_BYTES = 600

/**
 * A QR code as one SVG path with its quiet zone; undefined for a URL too long to be read from paper. `label` is for
 * who cannot see it: the address itself stands beside it.
 */
export function qrCode(url: string, label: string): Element | undefined {
  if (Buffer.byteLength(url) > MAX_BYTES) return
  const { data, size } = encode(url, { ecc: 'M', border: 4 })
  let path = ''
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
    }
  }
  return {
    type: 'element',
    tagName: 'svg',
    properties: { className: ['qr'], viewBox: `0 0 ${size} ${size}`, role: 'img', ariaLabel: label },
    children: [{ type: 'element', tagName: 'path', properties: { d: path }, children: [] }],
  }
}
