/** From nothing to the first tokens, each time in a process of its own: prepared cache against kuromoji's loader. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './support/measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'notes-bench-'))
const text = JSON.stringify('サービスの監視')
const glossary = import.meta.resolve('@notes/glossary/kuromoji')
const support = new URL('./support/kuromoji.ts', import.meta.url).href

function inProcess(load: string): { time: number; memory: number } {
  const script = `const start = performance.now()
    ${load}
    console.log(JSON.stringify({ time: performance.now() - start, memory: process.memoryUsage().rss / 1e6 }))`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  return JSON.parse(output) as { time: number; memory: number }
}

function best(load: string, runs = 5): { time: number; memory: number } {
  const results = Array.from({ length: runs }, () => inProcess(load))
  return results.reduce((least, next) => (next.time < least.time ? next : least))
}

const ours = `const { createKuromojiTokenizer } = await import(${JSON.stringify(glossary)})
  createKuromojiTokenizer({ cacheFolder: ${JSON.stringify(folder)} }).tokenize(${text})`
try {
  const theirs = best(`const { loadKuromoji } = await import(${JSON.stringify(support)})
    ;(await loadKuromoji()).tokenize(${text})`)
  report(`kuromoji's own loader (${theirs.memory.toFixed(0)} MB)`, theirs.time)
  const built = best(ours, 1)
  report(`first use: the cache is built (${built.memory.toFixed(0)} MB)`, built.time)
  const cached = best(ours)
  report(`from the cache (${cached.memory.toFixed(0)} MB)`, cached.time, {
    name: "kuromoji's loader",
    time: theirs.time,
    most: 0.2,
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
