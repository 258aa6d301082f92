/**
 * The ePub of the first user's notes, repeated 100 times, against pandoc on the same Markdown in the same run, as one
 * file and as a folder with a file for each session; then the time for each session from 100 to 5,000. Numbers of
 * repetitions may be given as arguments. All are whole processes: start, reading, writing.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseNotes, serializeNotes } from '@notes/parser'
import { report } from './support/measure.ts'
import { watchTree } from './support/process-tree.ts'
import { makeSessions } from './support/sessions.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const seeds = join(process.env['NOTES_TEST_DATA'] ?? join(root, '../shared'), 'seeds')
const cli = join(root, 'packages/publish/bin/notes.js')
const folder = mkdtempSync(join(tmpdir(), 'notes-bench-'))

const TURNS = 3

try {
  await againstPandoc(Number(process.argv[2] ?? 100))
  await perSession(process.argv.slice(3).map(Number))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function againstPandoc(times: number): Promise<void> {
  if (!existsSync(seeds)) return console.log(`Skipped: no test data at ${seeds}.`)
  if (!hasPandoc()) return console.log('Skipped: pandoc is not installed (Debian: apt-get install pandoc).')
  const file = join(folder, 'notes.md')
  const markdown = repeat(seedMarkdown(), times)
  writeFileSync(file, markdown)
  const sessions = markdown.match(/^## /gmu)?.length ?? 0
  console.log(
    `${times} times the seed: ${sessions} sessions, ${(markdown.length / 1e6).toFixed(1)} million units`,
  )
  const book = writeFolder(markdown)
  const options = ['--toc', '--epub-chapter-level=2', '--metadata', 'title=Notes', '--metadata', 'lang=ja']
  // In turns, so that other work on the machine comes upon all of them; the least counts, as everything else only adds.
  const uses: Use[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const runs = [
      await run('pandoc', [file, '-o', join(folder, 'pandoc.epub'), ...options]),
      await notesBuild(file),
      await notesBuild(book),
    ]
    for (const [index, { time, memory }] of runs.entries()) {
      const known = uses[index]
      uses[index] = {
        time: Math.min(time, known?.time ?? Infinity),
        memory: Math.max(memory, known?.memory ?? 0),
      }
    }
  }
  const [pandoc, one, many] = uses as [Use, Use, Use]
  report('pandoc', pandoc.time)
  report('notes build --format epub, one file', one.time, { name: 'pandoc', time: pandoc.time, most: 0.7 })
  report('the same, a folder', many.time, { name: 'pandoc', time: pandoc.time, most: 0.7 })
  console.log(
    `Peak memory: pandoc ${pandoc.memory} MB, one file ${one.memory} MB, a folder ${many.memory} MB`,
  )
}

async function perSession(given: number[]): Promise<void> {
  let first: number | undefined
  for (const count of given.length > 0 ? given : [100, 1000, 5000]) {
    const { time, memory } = await notesBuild(writeBook(count))
    const record = JSON.parse(readFileSync(join(folder, 'out/build.json'), 'utf8')) as BuildRecord
    if (record.counts.sessions !== count) throw new Error(`Not all ${count} sessions are in the book.`)
    first ??= time / count
    const each = (time / count).toFixed(2)
    console.log(
      `${count} sessions: ${each} ms each (${(time / count / first).toFixed(2)} of the first), ${memory} MB`,
    )
  }
}

/** What a process and its children took: milliseconds by the clock, MB at most. */
interface Use {
  time: number
  memory: number
}

interface BuildRecord {
  counts: { sessions: number }
}

/** A book of one event with a file for each session. */
function writeBook(count: number): string {
  const book = join(folder, `book-${count}`)
  const event = join(book, 'events/01-all')
  mkdirSync(event, { recursive: true })
  writeFileSync(join(book, 'book.yaml'), 'title: Notes\n')
  writeFileSync(join(event, 'event.md'), '# 会\n')
  for (const [index, session] of makeSessions(count).entries())
    writeFileSync(join(event, `${String(index + 1).padStart(5, '0')}-talk.md`), session)
  return book
}

function seedMarkdown(): string {
  const files = readdirSync(seeds).filter((name) => name.endsWith('.txt'))
  return files
    .map((name) =>
      serializeNotes(parseNotes(readFileSync(join(seeds, name), 'utf8'), { input: 'text' }).tree),
    )
    .join('\n')
}

/** The notes so many times, each with titles of its own. */
function repeat(markdown: string, times: number): string {
  return Array.from({ length: times }, (_, index) =>
    markdown.replaceAll(
      /^(##?) (.*)$/gmu,
      (_match, marks: string, title: string) => `${marks} ${title} ${index + 1}`,
    ),
  ).join('\n')
}

/** The notes as a book's folder: a folder for each event, a file for each session. */
function writeFolder(markdown: string): string {
  const book = join(folder, 'book')
  for (const [number, event] of markdown.split(/^(?=# )/mu).entries()) {
    const path = join(book, 'events', `${String(number + 1).padStart(4, '0')}-event`)
    mkdirSync(path, { recursive: true })
    for (const [index, part] of event.split(/^(?=## )/mu).entries()) {
      const name = index === 0 ? 'event.md' : `${String(index).padStart(2, '0')}-talk.md`
      writeFileSync(join(path, name), index === 0 ? part : part.replaceAll(/^#(?=#+ )/gmu, ''))
    }
  }
  writeFileSync(join(book, 'book.yaml'), 'title: Notes\n')
  return book
}

async function notesBuild(file: string): Promise<Use> {
  return await run(process.execPath, [cli, 'build', file, '--format', 'epub', '--out', join(folder, 'out')])
}

function run(command: string, options: string[]): Promise<Use> {
  return new Promise((resolve, reject) => {
    const tree = watchTree()
    const start = performance.now()
    const child = spawn(command, options, { stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (data) => (errors += String(data)))
    child.on('error', reject)
    child.on('close', (code) => {
      const time = performance.now() - start
      const peak = tree.stop().memory
      // 1: the book is made, and the notes have mistakes.
      if (code === 0 || code === 1) resolve({ time, memory: peak })
      else reject(new Error(`${command} ended with ${code}: ${errors.slice(0, 500)}`))
    })
  })
}

function hasPandoc(): boolean {
  try {
    execFileSync('pandoc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
