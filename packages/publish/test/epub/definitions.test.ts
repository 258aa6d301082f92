/** Footnotes of prefaces and of the glossary, and what nothing refers to. */
import { createSegmenterTokenizer } from '@notes/glossary'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadBook } from '../../src/load/load-book.ts'
import { build } from './read-epub.ts'

let files: Map<string, string>

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../books/definitions')
  const { book } = await loadBook(folder, { tokenizer: createSegmenterTokenizer() })
  files = (await build(book)).files
})

describe('footnotes', () => {
  it('of a preface stand at its end', () => {
    expect(files.get('front-1.xhtml')).toMatch(/<aside id="front-1-note-1"[^>]*>.*前書きの注。/u)
  })

  it('of the glossary belong to their entries, each with an id of its own', () => {
    const glossary = files.get('glossary.xhtml') ?? ''
    const ids = Array.from(glossary.matchAll(/ id="([^"]+)"/gu), ([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const note of ['計測の注。', '監視の注。']) {
      const [, entry = ''] =
        new RegExp(`<aside id="([^"]+)-note-1"[^>]*>[^<]*<p>.*?${note}`, 'u').exec(glossary) ?? []
      expect(glossary).toContain(`href="#${entry}-note-1"`)
      expect(glossary).toContain(`<section id="${entry}" class="entry"`)
    }
  })

  it('in a definition of the notes are read where the notes have them', () => {
    expect(files.get('glossary.xhtml')).toContain('<p>約束の値</p>')
    expect(files.get('talk.xhtml')).toMatch(/約束の値<sup class="noteref">/u)
  })

  it('that nothing calls, and addresses that nothing names, are printed where they stand', () => {
    const talk = files.get('talk.xhtml') ?? ''
    expect(talk).toContain('<p>[^unused]: 誰も呼ばない注。</p>\n<p>その二段落目。</p>')
    expect(talk).toContain('<p>[^used]: 名の重なる注。</p>')
    expect(talk).toContain('[nobody]: <a href="https://example.com/nobody">')
    expect(talk).toContain(
      '[slides]: <a href="https://example.com/again">https://example.com/again</a> “重なる名”',
    )
    expect(talk).toContain('<a href="https://example.com/slides">資料</a>')
    expect(talk).not.toContain('コメント')
  })
})
