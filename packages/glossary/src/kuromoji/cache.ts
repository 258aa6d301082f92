/** One uncompressed file of the dictionary's arrays in the user's cache folder, which loads in milliseconds. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Dictionary, sections, type Tables } from './dictionary.ts'

/** Counted up whenever the file's form changes. */
const format = 1
const magic = 'notes-kuromoji'
/** Arrays begin at multiples of this. */
const alignment = 8

interface Header {
  magic: string
  format: number
  /** crc32 of everything behind the header. */
  checksum: number
  /** Bytes behind the header. */
  size: number
  /** Bytes of each array, in the order of `sections`. */
  lengths: number[]
  tables: Tables
}

/** The user's folder for caches: XDG_CACHE_HOME, or what the platform has for it. */
export function userCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA
  return join(homedir(), '.cache')
}

/** Path of the cache file for a version of kuromoji. */
export function cacheFile(folder: string, version: string): string {
  return join(folder, 'notes', `kuromoji-${version}-${format}.bin`)
}

/** Reads a cache file; undefined where it is absent, of another form, cut short or damaged. */
export function readCache(file: string): Dictionary | undefined {
  try {
    const bytes = readFileSync(file)
    const headerSize = bytes.readUInt32LE(0)
    const header = JSON.parse(bytes.toString('utf8', 4, 4 + headerSize)) as Header
    if (header.magic !== magic || header.format !== format) return undefined
    const body = bytes.subarray(align(4 + headerSize))
    if (body.length !== header.size || crc32(body) !== header.checksum) return undefined
    return arraysOf(body, header)
  } catch {
    // Absent, unreadable or not ours: it will be built again.
    return undefined
  }
}

/**
 * Writes a cache file so that no reader ever sees half of it: into a folder of its own, then renamed. Two
 * processes may do so at once. Returns whether it was written.
 */
export function writeCache(file: string, dictionary: Dictionary): boolean {
  let folder: string | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    folder = mkdtempSync(`${file}-`)
    const part = join(folder, 'part')
    writeFileSync(part, encode(dictionary))
    renameSync(part, file)
    return true
  } catch {
    return false
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

function encode(dictionary: Dictionary): Buffer {
  const parts = sections.map(([name]) => {
    const array = dictionary[name]
    return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  })
  const body = Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(align(part.length) - part.length)]))
  const header: Header = {
    magic,
    format,
    checksum: crc32(body),
    size: body.length,
    lengths: parts.map((part) => part.length),
    tables: dictionary.tables,
  }
  const json = Buffer.from(JSON.stringify(header))
  const start = Buffer.alloc(align(4 + json.length))
  start.writeUInt32LE(json.length, 0)
  json.copy(start, 4)
  return Buffer.concat([start, body])
}

function arraysOf(body: Buffer, header: Header): Dictionary {
  const arrays: Record<string, unknown> = {}
  let at = body.byteOffset
  sections.forEach(([name, TypedArray], index) => {
    const length = header.lengths[index] ?? 0
    arrays[name] = new TypedArray(body.buffer as ArrayBuffer, at, length / TypedArray.BYTES_PER_ELEMENT)
    at += align(length)
  })
  return { ...(arrays as unknown as Omit<Dictionary, 'tables'>), tables: header.tables }
}

function align(size: number): number {
  return Math.ceil(size / alignment) * alignment
}
