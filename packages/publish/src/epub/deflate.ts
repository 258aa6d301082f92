import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { share, helperThreads } from '../threads/share.ts'
import type { ZipEntry } from './zip.ts'

/** A file of the container, before it is compressed. */
export interface ContainedFile {
  path: string
  content: string | Uint8Array
  compress: boolean
}

/** Contents compressed one by one, their bytes one after the other. */
export interface Deflated {
  sizes: number[]
  crcs: number[]
  lengths: number[]
  bytes: Uint8Array<ArrayBuffer>
}

/** UTF-16 units from which threads save more time than they take to start. */
const LARGE = 2_000_000

/** UTF-16 units that a thread is given at a time. */
const PORTION = 250_000

/**
 * Compresses the files of the container, texts in several threads where there is much of them. fflate's DEFLATE is
 * fast and, unlike Node's zlib, the same on every version and processor.
 */
export async function deflateFiles(
  files: readonly ContainedFile[],
  threads = helperThreads(),
): Promise<ZipEntry[]> {
  const portions = portionsOf(files)
  const large = files.reduce((sum, { content }) => sum + content.length, 0) >= LARGE
  const deflated = await share<string[], Deflated, Deflated>(
    portions.map((portion) => portion.map(({ content }) => content as string)),
    {
      module: new URL(import.meta.url.replace(/deflate(\.[jt]s)$/u, 'deflate-worker$1')),
      here: deflateTexts,
      receive: (answer) => answer,
    },
    large ? threads : 0,
  )
  const texts = new Map(portions.flatMap((portion, index) => entriesOf(portion, deflated[index]!)))
  return files.map((file) => texts.get(file) ?? entryOf(file))
}

/** Compresses texts as UTF-8. */
export function deflateTexts(texts: readonly string[]): Deflated {
  const contents = texts.map((text) => new TextEncoder().encode(text))
  const deflated = contents.map((content) => deflate(content))
  const bytes = new Uint8Array(deflated.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of deflated) {
    bytes.set(each, at)
    at += each.length
  }
  return {
    sizes: contents.map(({ length }) => length),
    crcs: contents.map((content) => crc32(content)),
    lengths: deflated.map(({ length }) => length),
    bytes,
  }
}

function deflate(content: Uint8Array): Uint8Array {
  return deflateSync(content, { level: 6 })
}

function portionsOf(files: readonly ContainedFile[]): ContainedFile[][] {
  const portions: ContainedFile[][] = []
  let room = 0
  for (const file of files) {
    if (typeof file.content !== 'string' || !file.compress) continue
    if (room <= 0) {
      portions.push([])
      room = PORTION
    }
    portions.at(-1)!.push(file)
    room -= file.content.length
  }
  return portions
}

function entriesOf(
  files: readonly ContainedFile[],
  { sizes, crcs, lengths, bytes }: Deflated,
): [ContainedFile, ZipEntry][] {
  let at = 0
  return files.map((file, index) => {
    const data = bytes.subarray(at, (at += lengths[index]!))
    return [file, { path: file.path, size: sizes[index]!, crc: crcs[index]!, data, deflated: true }]
  })
}

/** An entry of what is no text, or is not compressed. */
function entryOf({ path, content, compress }: ContainedFile): ZipEntry {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const data = compress ? deflate(bytes) : bytes
  return { path, size: bytes.length, crc: crc32(bytes), data, deflated: compress }
}
