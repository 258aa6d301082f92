import { unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { Deflater } from '../../src/epub/deflate.ts'
import { writeZip, type ZipEntry } from '../../src/epub/zip.ts'

const image = new Uint8Array(5000).map((_, index) => (index * 31) % 251)
const files = [
  { path: 'mimetype', content: 'application/epub+zip', compress: false },
  ...Array.from({ length: 30 }, (_, index) => ({
    path: `OEBPS/chapter-${index}.xhtml`,
    content: `<p>${`会議のメモ ${index} 👍 `.repeat(8000)}</p>`,
    compress: true,
  })),
  { path: 'OEBPS/empty.css', content: '', compress: true },
  { path: 'OEBPS/images/image-1.png', content: image, compress: false },
  { path: 'OEBPS/images/image-2.svg', content: image, compress: true },
]

async function deflate(threads: number): Promise<ZipEntry[]> {
  const deflater = new Deflater(threads)
  for (const file of files) deflater.add(file)
  return await deflater.finish()
}

it('packs the same bytes however many threads compress', async () => {
  const alone = writeZip(await deflate(0))
  for (const threads of [1, 3]) expect(Buffer.compare(writeZip(await deflate(threads)), alone)).toBe(0)
})

it('writes what other programs read, in the order of the files', async () => {
  const packed = writeZip(await deflate(2))
  const contents = unzipSync(packed)
  expect(Object.keys(contents)).toEqual(files.map(({ path }) => path))
  for (const { path, content } of files) expect(Buffer.from(contents[path]!)).toEqual(Buffer.from(content))
  const encode = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content
  const theirs = zipSync(
    Object.fromEntries(
      files.map(({ path, content, compress }) => [path, [encode(content), { level: compress ? 6 : 0 }]]),
    ),
    { mtime: new Date(1980, 0, 1) },
  )
  expect(Buffer.compare(packed, theirs)).toBe(0)
})
