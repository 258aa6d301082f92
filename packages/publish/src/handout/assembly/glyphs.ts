/**
 * Takes glyphs out of TrueType fonts that Chromium embedded for many handouts, so that each holds what it shows. The
 * numbers of the glyphs stay, as drawings name them by number; the outlines of the others become empty.
 */

interface Table {
  tag: string
  start: number
  length: number
}

/** Flags of a glyph that is made of others. */
const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80

/** The font with the outlines of these glyphs alone; undefined where it has no TrueType outlines. */
export function keepGlyphs(font: Buffer, glyphs: ReadonlySet<number>): Buffer | undefined {
  const tables = readTables(font)
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tables.find((table) => table.tag === tag))
  if (!head || !loca || !glyf) return
  const long = font.readInt16BE(head.start + 50) === 1
  const count = loca.length / (long ? 4 : 2) - 1
  const place = (glyph: number): number =>
    long ? font.readUInt32BE(loca.start + glyph * 4) : font.readUInt16BE(loca.start + glyph * 2) * 2
  const kept = withParts(glyphs, count, (glyph) =>
    font.subarray(glyf.start + place(glyph), glyf.start + place(glyph + 1)),
  )
  const places = Buffer.alloc(loca.length)
  const outlines: Buffer[] = []
  let at = 0
  for (let glyph = 0; glyph <= count; glyph++) {
    if (long) places.writeUInt32BE(at, glyph * 4)
    else places.writeUInt16BE(at / 2, glyph * 2)
    if (glyph === count || !kept.has(glyph)) continue
    const outline = font.subarray(glyf.start + place(glyph), glyf.start + place(glyph + 1))
    outlines.push(outline)
    at += outline.length
  }
  const bodies = new Map([
    ['loca', places],
    ['glyf', Buffer.concat(outlines)],
  ])
  return writeTables(
    font,
    tables.map((table) => ({
      tag: table.tag,
      body: bodies.get(table.tag) ?? font.subarray(table.start, table.start + table.length),
    })),
  )
}

function readTables(font: Buffer): Table[] {
  if (font.length < 12) return []
  return Array.from({ length: font.readUInt16BE(4) }, (_, at) => {
    const entry = 12 + at * 16
    return {
      tag: font.toString('latin1', entry, entry + 4),
      start: font.readUInt32BE(entry + 8),
      length: font.readUInt32BE(entry + 12),
    }
  })
}

/** The glyphs, the one for what is missing, and those that they are made of. */
function withParts(
  glyphs: ReadonlySet<number>,
  count: number,
  outlineOf: (glyph: number) => Buffer,
): Set<number> {
  const kept = new Set<number>()
  const queue = [0, ...glyphs]
  for (let glyph = queue.pop(); glyph !== undefined; glyph = queue.pop()) {
    if (kept.has(glyph) || glyph >= count) continue
    kept.add(glyph)
    const outline = outlineOf(glyph)
    if (outline.length > 10 && outline.readInt16BE(0) < 0) queue.push(...partsOf(outline))
  }
  return kept
}

function partsOf(outline: Buffer): number[] {
  const parts: number[] = []
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = outline.readUInt16BE(at)
    parts.push(outline.readUInt16BE(at + 2))
    at += 4 + (flags & WORDS ? 4 : 2)
    at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0
  }
  return parts
}

function writeTables(font: Buffer, tables: readonly { tag: string; body: Buffer }[]): Buffer {
  const head = Buffer.from(font.subarray(0, 12 + tables.length * 16))
  const chunks: Buffer[] = [head]
  let at = head.length
  for (const [index, { body }] of tables.entries()) {
    const entry = 12 + index * 16
    head.writeUInt32BE(checksum(body), entry + 4)
    head.writeUInt32BE(at, entry + 8)
    head.writeUInt32BE(body.length, entry + 12)
    const padding = (4 - (body.length % 4)) % 4
    chunks.push(body, Buffer.alloc(padding))
    at += body.length + padding
  }
  return Buffer.concat(chunks)
}

function checksum(body: Buffer): number {
  let sum = 0
  for (let at = 0; at + 3 < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0
  const rest = body.length % 4
  if (rest > 0) {
    const last = Buffer.alloc(4)
    body.copy(last, 0, body.length - rest)
    sum = (sum + last.readUInt32BE(0)) >>> 0
  }
  return sum
}
