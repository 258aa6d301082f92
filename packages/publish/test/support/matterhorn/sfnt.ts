/** What the checks need of a TrueType font program. */
export interface Sfnt {
  unitsPerEm: number
  glyphs: number
  /** In the font's units. */
  width(glyph: number): number
  hasOutline(glyph: number): boolean
  /** Subtables of the cmap, by platform and encoding. */
  cmaps: { platform: number; encoding: number; glyph(code: number): number }[]
}

/** Reads a font program; undefined where it is no TrueType. */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  const view = Buffer.from(bytes)
  if (view.length < 12 || ![0x1_00_00, 0x74_72_75_65].includes(view.readUInt32BE(0))) return undefined
  const tables = new Map<string, Buffer>()
  for (let at = 12, count = view.readUInt16BE(4); count > 0; count--, at += 16) {
    const start = view.readUInt32BE(at + 8)
    tables.set(view.toString('latin1', at, at + 4), view.subarray(start, start + view.readUInt32BE(at + 12)))
  }
  const table = (name: string): Buffer => tables.get(name) ?? Buffer.alloc(64)
  const glyphs = table('maxp').readUInt16BE(4)
  const long = table('head').readUInt16BE(50) === 1
  const metrics = Math.max(1, table('hhea').readUInt16BE(34))
  const loca = table('loca')
  const place = (glyph: number): number =>
    long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2
  return {
    unitsPerEm: table('head').readUInt16BE(18),
    glyphs,
    width: (glyph) => table('hmtx').readUInt16BE(Math.min(glyph, metrics - 1) * 4),
    hasOutline: (glyph) => glyph < glyphs && place(glyph + 1) > place(glyph),
    cmaps: tables.has('cmap') ? cmapsOf(table('cmap')) : [],
  }
}

function cmapsOf(cmap: Buffer): Sfnt['cmaps'] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const at = 4 + index * 8
    const subtable = cmap.subarray(cmap.readUInt32BE(at + 4))
    return {
      platform: cmap.readUInt16BE(at),
      encoding: cmap.readUInt16BE(at + 2),
      glyph: (code: number) => lookUp(subtable, code),
    }
  })
}

function lookUp(subtable: Buffer, code: number): number {
  const format = subtable.readUInt16BE(0)
  if (format === 0) return code < 256 ? (subtable[6 + code] ?? 0) : 0
  if (format === 6) {
    const index = code - subtable.readUInt16BE(6)
    return index >= 0 && index < subtable.readUInt16BE(8) ? subtable.readUInt16BE(10 + index * 2) : 0
  }
  if (format === 12) {
    for (let group = 0; group < subtable.readUInt32BE(12); group++) {
      const at = 16 + group * 12
      const first = subtable.readUInt32BE(at)
      if (code >= first && code <= subtable.readUInt32BE(at + 4))
        return subtable.readUInt32BE(at + 8) + code - first
    }
    return 0
  }
  if (format !== 4) return 0
  const doubled = subtable.readUInt16BE(6)
  for (let at = 0; at < doubled; at += 2) {
    if (code > subtable.readUInt16BE(14 + at)) continue
    const start = subtable.readUInt16BE(16 + doubled + at)
    if (code < start) return 0
    const delta = subtable.readUInt16BE(16 + doubled * 2 + at)
    const offsetAt = 16 + doubled * 3 + at
    const offset = subtable.readUInt16BE(offsetAt)
    if (offset === 0) return (code + delta) & 0xff_ff
    const glyph = subtable.readUInt16BE(offsetAt + offset + (code - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff
  }
  return 0
}
