import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { EPub } from 'epub-gen-memory'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/epub/render-epub.ts'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { book, config, event, heading, paragraph, person, section, session } from '../html/build.ts'
import { build, now, theme } from './read-epub.ts'
import { image, tortureBook } from './torture-book.ts'

const small = () => book([event('e', '会', session('s', '話', section('t', '節', 1, paragraph('本文'))))])

describe('renderEpub', () => {
  it('writes the mimetype first and uncompressed', async () => {
    const { epub } = await build(small())
    expect(Buffer.from(epub.subarray(30, 58)).toString('latin1')).toBe('mimetypeapplication/epub+zip')
  })

  it('lists every file in the manifest and every document in the spine', async () => {
    const { files } = await build(small())
    const opf = files.get('content.opf') ?? ''
    const hrefs = [...opf.matchAll(/<item [^>]*href="([^"]+)"/gu)].map(([, href]) => href)
    const others = new Set(['mimetype', 'META-INF/container.xml', 'content.opf'])
    expect(hrefs.toSorted()).toEqual([...files.keys()].filter((name) => !others.has(name)).toSorted())
    expect([...opf.matchAll(/idref="([^"]+)"/gu)].map(([, id]) => id)).toEqual([
      'cover',
      'title-page',
      'nav',
      'chapter-1',
      'chapter-2',
      'colophon',
    ])
  })

  it('says in the metadata what book.yaml says', async () => {
    const notes = small()
    notes.config = config({
      subtitle: '副題',
      creators: [{ name: '著者', reading: 'ちょしゃ' }],
      publisher: '出版',
      date: '2019-04-01',
      subjects: ['Web'],
      series: { name: '叢書', volume: 3 },
      identifiers: { epub: 'urn:isbn:9784000000000' },
    })
    const [, talk] = notes.tree.children[0]!.children
    if (talk?.type === 'session') talk.speakers = [person('話者')]
    const opf = (await build(notes)).files.get('content.opf') ?? ''
    for (const line of [
      '<dc:identifier id="pub-id">urn:isbn:9784000000000</dc:identifier>',
      '<dc:title id="subtitle">副題</dc:title>',
      '<dc:creator id="creator-1">著者</dc:creator>',
      '<meta property="file-as" refines="#creator-1">ちょしゃ</meta>',
      '<dc:contributor id="contributor-1">話者</dc:contributor>',
      '<meta property="role" refines="#contributor-1" scheme="marc:relators">spk</meta>',
      '<dc:publisher>出版</dc:publisher>',
      '<dc:date>2019-04-01</dc:date>',
      '<dc:subject>Web</dc:subject>',
      '<meta property="group-position" refines="#series">3</meta>',
      '<meta property="dcterms:modified">2019-04-01T00:00:00Z</meta>',
    ]) {
      expect(opf).toContain(line)
    }
  })

  it('claims conformance only where it is configured', async () => {
    expect((await build(small())).files.get('content.opf')).not.toContain('conformsTo')
    const notes = small()
    notes.config = config({ epub: { conformance: 'aa' } })
    expect((await build(notes)).files.get('content.opf')).toContain(
      'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
    )
  })

  it('computes accessibility metadata from what the book holds', async () => {
    const without = (await build(small())).files.get('content.opf')
    expect(without).not.toContain('>visual<')
    expect(without).not.toContain('pageBreakMarkers')
    const shown = { type: 'image', url: image.path, alt: '図' } as never
    const notes = book([event('e', '会', session('s', '話', paragraph(shown)))])
    const opf = (await build(notes, { assets: new Map([[image.path, image]]) })).files.get('content.opf')
    expect(opf).toContain('<meta property="schema:accessMode">visual</meta>')
    expect(opf).toContain('<meta property="schema:accessibilityFeature">alternativeText</meta>')
  })

  it('nests the contents three levels deep, the NCX two', async () => {
    const { files } = await build(small())
    expect(files.get('toc.xhtml')).toContain(
      '<ol><li><a href="e.xhtml">会</a><ol><li><a href="s.xhtml">話</a><ol><li><a href="s.xhtml#t">節</a></li></ol></li></ol></li></ol>',
    )
    expect(files.get('toc.ncx')).not.toContain('節')
  })

  it('has pages only with a page map', async () => {
    expect((await build(small())).files.get('toc.xhtml')).not.toContain('page-list')
    const pages = [
      { label: 'i', index: 0, nodeId: 'title-page', offset: 0 },
      { label: '1', index: 1, nodeId: 's', offset: 0 },
    ]
    const { files } = await build(small(), { pageMap: { pdfIdentifier: 'urn:uuid:1', pages } })
    expect(files.get('toc.xhtml')).toContain('<li><a href="title-page.xhtml#page-1">i</a></li>')
    expect(files.get('toc.xhtml')).toContain('<li><a href="s.xhtml#page-2">1</a></li>')
    expect(files.get('content.opf')).toContain('<meta property="pageBreakSource">urn:uuid:1</meta>')
    expect(files.get('s.xhtml')).toContain(
      '<span id="page-2" role="doc-pagebreak" aria-label="1" class="pagebreak" epub:type="pagebreak"></span>',
    )
  })

  it('shows printed pages in the index, and titles without them', async () => {
    const notes = small()
    const locators = ['s', 't'].map((targetId) => ({ targetId, primary: false, eventId: 'e' }))
    const entry = { kind: 'term' as const, id: 'x', heading: '語', locators }
    notes.index = { groups: [{ label: 'か', entries: [entry] }] }
    expect((await build(notes)).files.get('index.xhtml')).toContain(
      '<span class="locators"><a href="s.xhtml#s" class="locator" epub:type="index-locator">話</a></span>',
    )
    const pages = [
      { label: '7', index: 6, nodeId: 's', offset: 0 },
      { label: '8', index: 7, nodeId: 't', offset: 0 },
    ]
    const { files } = await build(notes, { pageMap: { pdfIdentifier: 'urn:uuid:1', pages } })
    expect(files.get('index.xhtml')).toContain(
      '<a href="s.xhtml#s" class="locator" epub:type="index-locator">7</a>, <a href="s.xhtml#t" class="locator" epub:type="index-locator">8</a>',
    )
  })

  it('sets pages in a row as a range, as print does', async () => {
    const ids = ['a', 'b', 'c', 'd']
    const sessions = ids.map((id) => session(id, id, paragraph('本文')))
    const locators = ids.map((targetId) => ({ targetId, primary: targetId === 'd', eventId: 'e' }))
    const notes = book([event('e', '会', ...sessions)])
    const entry = { kind: 'term' as const, id: 'x', heading: '語', locators }
    notes.index = { groups: [{ label: 'か', entries: [entry] }] }
    const pages = ids.map((nodeId, index) => ({ label: String(index + 7), index, nodeId, offset: 0 }))
    const { files } = await build(notes, { pageMap: { pdfIdentifier: 'urn:uuid:1', pages } })
    expect(files.get('index.xhtml')).toContain(
      '<a href="a.xhtml#a" class="locator" epub:type="index-locator">7–9</a>, <a href="d.xhtml#d" class="locator primary" epub:type="index-locator">10</a>',
    )
  })

  it('fills in the pages of an entry by event', async () => {
    const [first, second] = ['s', 't'].map((targetId) => ({ targetId, primary: false, eventId: 'e' }))
    if (!first || !second) throw new Error('There are two places.')
    const byEvent = [
      { eventId: 'e', title: '春の会', locators: [first] },
      { eventId: 'f', title: '秋の会', locators: [second] },
    ]
    const entry = { kind: 'term' as const, id: 'x', heading: '語', locators: [first, second], byEvent }
    const notes = small()
    notes.index = { groups: [{ label: 'か', entries: [entry] }] }
    const pages = [
      { label: '7', index: 6, nodeId: 's', offset: 0 },
      { label: '8', index: 7, nodeId: 't', offset: 0 },
    ]
    const { files } = await build(notes, { pageMap: { pdfIdentifier: 'urn:uuid:1', pages } })
    expect(files.get('index.xhtml')?.replaceAll(/<[^>]*>/gu, '')).toMatch(/語 春の会 7秋の会 8/u)
  })

  it('keeps the whole of code in which a page begins', async () => {
    const code = { type: 'code', lang: 'js', value: 'const a = 1\nconst b = 2' }
    const notes = book([event('e', '会', session('s', '話', code))])
    const pages = [12, 20, 30].map((offset, index) => ({ label: `${index}`, index, nodeId: 's', offset }))
    const { files } = await build(notes, { pageMap: { pdfIdentifier: 'urn:uuid:1', pages } })
    const written = files.get('s.xhtml') ?? ''
    expect(written.replaceAll(/<[^>]*>/gu, '')).toContain('const a = 1\nconst b = 2')
    expect(written.match(/doc-pagebreak/gu)).toHaveLength(3)
  })

  it('packs an image once however often it is shown', async () => {
    const other = { ...image, path: 'copy.png' }
    const shown = [image, other].map(({ path }) =>
      paragraph({ type: 'image', url: path, alt: '図' } as never),
    )
    const notes = book([event('e', '会', session('s', '話', ...shown))])
    const assets = new Map([image, other].map((asset) => [asset.path, asset]))
    const { files } = await build(notes, { assets })
    expect([...files.keys()].filter((name) => name.startsWith('images/image'))).toEqual([
      'images/image-1.png',
    ])
    expect(files.get('s.xhtml')?.match(/src="images\/image-1\.png"/gu)).toHaveLength(2)
  })

  it('has contents even without a chapter, and names for titles without text', async () => {
    expect((await build(book([]))).files.get('toc.xhtml')).toContain(
      '<a href="title-page.xhtml">会議の記録</a>',
    )
    const untitled = session('s', '')
    untitled.children = [heading(2, { type: 'image', url: image.path, alt: '' })]
    const { files } = await build(book([event('e', '会', untitled)]), {
      assets: new Map([[image.path, image]]),
    })
    expect(files.get('toc.xhtml')).toContain('<a href="s.xhtml">無題</a>')
  })

  it('loads nothing by a theme', async () => {
    const css = '@import "https://example.com/a.css"; p { background: url(https://example.com/a.png) }'
    const { epub } = await renderEpub({ book: small(), assets: new Map(), theme: { ...theme, css }, now })
    expect(strFromU8(unzipSync(epub)['OEBPS/style.css']!)).not.toMatch(/import|example|url/u)
  })

  it('fetches nothing', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests++
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/a.png`
    const notes = book([
      event(
        'e',
        '会',
        session(
          's',
          '話',
          paragraph({ type: 'image', url, alt: '図' } as never),
          { type: 'html', value: `<img src="${url}"><img src="file:///etc/passwd">` },
          { type: 'html', value: `<iframe src="${url}"></iframe>` },
        ),
      ),
    ])
    const { files } = await build(notes)
    server.close()
    expect(requests).toBe(0)
    expect([...files.values()].join('\n')).not.toMatch(/<img src="(?:http|file)|<iframe|root:x/u)
  })

  it('gives the same bytes in every time zone', () => {
    const script = `
      import { createHash } from 'node:crypto'
      import { tortureBook } from ${JSON.stringify(new URL('./torture-book.ts', import.meta.url).href)}
      import { renderEpub } from ${JSON.stringify(new URL('../../src/epub/render-epub.ts', import.meta.url).href)}
      const theme = ${JSON.stringify(theme)}
      const { epub } = await renderEpub({ ...tortureBook(3), theme, now: new Date(${now.getTime()}) })
      console.log(createHash('sha256').update(epub).digest('hex'))`
    const hashes = ['UTC', 'Asia/Tokyo', 'America/St_Johns'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: TZ === 'UTC' ? '/' : process.cwd(),
        env: { ...process.env, TZ, LANG: TZ === 'UTC' ? 'C' : 'ja_JP.UTF-8' },
        encoding: 'utf8',
      }).trim(),
    )
    expect(hashes[0]).toMatch(/^[\da-f]{64}$/u)
    expect(new Set(hashes).size).toBe(1)
  }, 60_000)

  it('depends on nothing that changes from run to run', async () => {
    const hash = async () =>
      createHash('sha256')
        .update((await build(tortureBook(2).book)).epub)
        .digest('hex')
    expect(await hash()).toBe(await hash())
  })

  it('has well-formed documents for every chapter', async () => {
    const { book: notes, assets } = tortureBook(300)
    const { files } = await build(notes, { assets })
    expect([...files.keys()].filter((name) => name.endsWith('.xhtml')).length).toBe(
      renderChapters(notes, { assets }).length + 4,
    )
    for (const [name, content] of files) {
      if (!name.endsWith('.xhtml')) continue
      expect(content).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]| style="| on\w+="/u)
    }
  })
})

describe('epub-gen-memory', () => {
  it('has the members that the packer relies on', () => {
    const chapter = { content: '', title: 'x', filename: 'x.xhtml' }
    const epub = new EPub({ title: 'x', verbose: false }, [chapter]) as unknown as Record<string, unknown>
    expect(epub['zip']).toBeTypeOf('object')
    expect(epub['render']).toBeTypeOf('function')
    expect(epub['content']).toHaveLength(1)
  })
})
