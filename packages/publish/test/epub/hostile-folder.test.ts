/** Notes that try to get files into the ePub that are not the book's, or to have something fetched. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { unzipSync } from 'fflate'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { loadBook, type LoadedBook } from '../../src/load/load-book.ts'
import { now, theme } from './read-epub.ts'

const secret = 'CANARY-b1c2d3'
/** A drawing whose text is the secret: as an image it would be packed as it is. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>${secret}</text></svg>`

describe('an ePub of hostile notes', () => {
  const top = mkdtempSync(join(tmpdir(), 'notes-hostile-'))
  const folder = join(top, 'book')
  const calls: string[] = []
  let server: Server
  let loaded: LoadedBook
  let epub: Uint8Array
  let messages: string[]

  beforeAll(async () => {
    server = createServer((socket) => {
      calls.push('connection')
      socket.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    writeFolder(`http://127.0.0.1:${port}`)
    loaded = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
    const rendered = await renderEpub({ book: loaded.book, assets: loaded.assets, theme, now })
    epub = rendered.epub
    messages = [...loaded.book.messages, ...rendered.messages].map(
      ({ file, line, source, ruleId }) => `${source}/${ruleId} ${file}:${line ?? ''}`,
    )
  })
  afterAll(() => {
    server.close()
    rmSync(top, { recursive: true, force: true })
  })

  function writeFolder(web: string): void {
    const outside = join(top, 'secret.svg')
    mkdirSync(join(folder, 'events/01-e'), { recursive: true })
    mkdirSync(join(top, 'elsewhere'))
    writeFileSync(outside, drawing)
    writeFileSync(join(top, 'elsewhere/event.md'), `# ${secret}\n`)
    symlinkSync(outside, join(folder, 'events/01-e/link.svg'))
    symlinkSync(join(top, 'elsewhere'), join(folder, 'events/02-e'))
    symlinkSync(join(top, 'elsewhere/event.md'), join(folder, 'events/01-e/02-talk.md'))
    writeFileSync(
      join(folder, 'book.yaml'),
      `title: 本\ncover: ../secret.svg\nfront: [../elsewhere/event.md]\n`,
    )
    writeFileSync(join(folder, 'events/01-e/event.md'), '# 会\n')
    writeFileSync(
      join(folder, 'events/01-e/own.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="${web}/in.png"/><image href="${pathToFileURL(outside).href}"/><rect width="9" height="9"/></svg>`,
    )
    const sources = ['link.svg', '../../../secret.svg', outside, pathToFileURL(outside).href, `${web}/a.png`]
    const traps = [
      `<script src="${web}/a.js"></script>`,
      `<link rel="stylesheet" href="${web}/a.css">`,
      `<iframe src="${pathToFileURL(outside).href}"></iframe>`,
      `<object data="../../../secret.svg"></object>`,
      `<p style="background: url(${web}/b.png)">段落</p>`,
    ]
    writeFileSync(
      join(folder, 'events/01-e/01-talk.md'),
      [
        '# 話',
        ...sources.map((source) => `![図](${source})`),
        ...sources.map((source) => `<img src="${source}" alt="図">`),
        ...sources.map((source) => `[先](${source})`),
        ...traps,
        '![図](own.svg)',
      ].join('\n\n'),
    )
  }

  it('holds nothing from outside of the folder', () => {
    const files = Object.entries(unzipSync(epub))
    expect(files.map(([name]) => name)).toContain('OEBPS/images/image-1.svg')
    const foreign = files.filter(
      ([name, bytes]) => name.includes('..') || Buffer.from(bytes).includes(secret),
    )
    expect(foreign.map(([name]) => name)).toEqual([])
    expect([...loaded.assets.keys()]).toEqual(['events/01-e/own.svg'])
  })

  it('has no element that loads anything but the book’s own image', () => {
    const shown = Object.entries(unzipSync(epub)).flatMap(([name, bytes]) =>
      /\.(?:xhtml|svg)$/u.test(name) ? [Buffer.from(bytes).toString()] : [],
    )
    const loading = shown.join('\n').match(/<(?:img|image|script|iframe|object|embed|use)\b[^>]*/gu)
    expect(loading?.filter((tag) => !tag.includes('src="images/'))).toEqual([])
    expect(shown.join('\n')).not.toMatch(/<[^>]*\sstyle=/u)
  })

  it('is made without a call', () => {
    expect(calls).toEqual([])
  })

  it('says what was left out, and where', () => {
    const talk = 'events/01-e/01-talk.md'
    const outside = [3, 5, 7, 9, 13, 15, 17, 19, 25, 27, 29].map((line) => `${talk}:${line}`)
    expect(messages.toSorted()).toEqual(
      [
        ...['book.yaml:2', 'book.yaml:3', ...outside, 'events/01-e/02-talk.md:', 'events/02-e:'].map(
          (place) => `publish/outside-folder ${place}`,
        ),
        `publish/broken-link ${talk}:23`,
        `publish/remote-image ${talk}:11`,
        `publish/remote-image ${talk}:21`,
      ].toSorted(),
    )
  })
})
