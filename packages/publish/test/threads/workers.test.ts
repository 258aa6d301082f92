import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { splitPieces } from '@notes/parser/apart'
import { inflateSync } from 'fflate'
import { expect, it } from 'vitest'
import { type CoverDesign, drawCover } from '../../src/epub/draw-cover.ts'
import type { Deflated } from '../../src/epub/deflate.ts'
import { type FlatPieces, unflattenPieces } from '../../src/load/flat-pieces.ts'

/** What a thread of this module answers; unlike a book it does not go on without the thread. */
async function answerOf(module: string, value: unknown): Promise<unknown> {
  const worker = new Worker(new URL(`../../src/${module}`, import.meta.url))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage({ index: 3, value })
  const [message] = await once(worker, 'message')
  await worker.terminate()
  expect(message.index).toBe(3)
  return message.value
}

it('a thread parses Markdown', async () => {
  const text = '# 会\n\n- 話 [x](y)\n'
  const [flat] = (await answerOf('load/parse-worker.ts', [text])) as FlatPieces[]
  expect(unflattenPieces(text, flat!)).toEqual([...splitPieces(text)])
})

it('a thread compresses texts', async () => {
  const texts = ['<p>会議</p>'.repeat(50), '']
  const { bytes, lengths } = (await answerOf('epub/deflate-worker.ts', texts)) as Deflated
  const [first = 0, second = 0] = lengths
  const inflated = [bytes.subarray(0, first), bytes.subarray(first, first + second)].map((part) =>
    new TextDecoder().decode(inflateSync(part)),
  )
  expect(inflated).toEqual(texts)
})

it('a thread draws the cover, the same as without it', async () => {
  const design: CoverDesign = {
    config: { title: '会議のメモ', creators: [{ name: '著者', role: 'aut' }] },
    theme: { css: '', epubCss: ':root { --cover-paper: #ffeecc }' },
  }
  const drawn = (await answerOf('epub/cover-worker.ts', design)) as Uint8Array
  expect(Buffer.compare(drawn, await drawCover(design))).toBe(0)
  expect(Buffer.from(drawn.subarray(1, 4)).toString()).toBe('PNG')
})
