/** A file in a ZIP container, compressed already. */
export interface ZipEntry {
  /** ASCII, with forward slashes. */
  path: string
  /** Of the content, before it was compressed. */
  size: number
  /** CRC-32 of the content. */
  crc: number
  data: Uint8Array
  /** `data` is a raw DEFLATE stream; else it is the content. */
  deflated: boolean
}

const LOCAL = 30
const CENTRAL = 46
const END = 22

/** 1980-01-01 00:00, the first date that a ZIP file can bear: all entries have it. */
const DATE = 0x0021

/**
 * Writes a ZIP file of entries in their order (APPNOTE.TXT 6.3, without ZIP64): no dates, no folders, nothing that
 * differs from machine to machine.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map(({ path }) => new TextEncoder().encode(path))
  const heads = names.reduce((sum, { length }) => sum + length, 0)
  const content = entries.reduce((sum, { data }) => sum + data.length, 0)
  const result = new Uint8Array(content + 2 * heads + entries.length * (LOCAL + CENTRAL) + END)
  const view = new DataView(result.buffer)
  let at = 0
  const starts = entries.map((entry, index) => {
    const start = at
    const name = names[index]!
    view.setUint32(at, 0x04034b50, true)
    writeFacts(at + 4, entry, name.length)
    result.set(name, at + LOCAL)
    result.set(entry.data, at + LOCAL + name.length)
    at += LOCAL + name.length + entry.data.length
    return start
  })
  const directory = at
  for (const [index, entry] of entries.entries()) {
    const name = names[index]!
    view.setUint32(at, 0x02014b50, true)
    // Made by version 2.0 on a system without rights of files.
    view.setUint16(at + 4, 20, true)
    writeFacts(at + 6, entry, name.length)
    view.setUint32(at + 42, starts[index]!, true)
    result.set(name, at + CENTRAL)
    at += CENTRAL + name.length
  }
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return result

  /** What the header before the content and the one in the directory both say. */
  function writeFacts(start: number, { size, crc, data, deflated }: ZipEntry, nameLength: number): void {
    view.setUint16(start, 20, true)
    view.setUint16(start + 4, deflated ? 8 : 0, true)
    view.setUint16(start + 8, DATE, true)
    view.setUint32(start + 10, crc, true)
    view.setUint32(start + 14, data.length, true)
    view.setUint32(start + 18, size, true)
    view.setUint16(start + 22, nameLength, true)
  }
}
