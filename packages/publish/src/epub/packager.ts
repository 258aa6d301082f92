import { EPub } from 'epub-gen-memory'
import { strToU8, type Zippable, zipSync } from 'fflate'

/** Everything that goes into the ePub's container, written already. */
export interface EpubFiles {
  title: string
  language: string
  packageDocument: string
  navigation: string
  ncx: string
  css: string
  /** XHTML files in any order, `name` below `OEBPS/`. */
  chapters: { name: string; title: string; xhtml: string }[]
  /** Images and fonts, `name` below `OEBPS/`. */
  binaries: { name: string; bytes: Uint8Array; compress: boolean }[]
}

/**
 * Packs the ePub with epub-gen-memory. Its own parser, fetching and metadata are bypassed: the templates print what
 * is given to them, the chapters' `content` is empty, no address is handed over that it could fetch.
 */
export async function packEpub(files: EpubFiles): Promise<Uint8Array> {
  const options = {
    title: files.title,
    lang: files.language,
    description: files.title,
    css: files.css,
    version: 3,
    verbose: false,
    contentOPF: '<%- packageDocument %>',
    tocXHTML: '<%- navigation %>',
    tocNCX: '<%- ncx %>',
    chapterXHTML: '<%- xhtml %>',
    packageDocument: files.packageDocument,
    navigation: files.navigation,
    ncx: files.ncx,
  }
  const chapters = files.chapters.map(({ name, title, xhtml }) => ({
    title,
    content: '',
    filename: name,
    xhtml,
  }))
  const packager = new Packager(options, chapters)
  await packager.render()
  return packager.pack(files.binaries)
}

/** The part of JSZip that epub-gen-memory writes to. */
class Container {
  readonly files: Zippable = {}

  file(path: string, data: string | Uint8Array, { compression }: { compression?: string } = {}): void {
    const bytes = typeof data === 'string' ? strToU8(data) : data
    this.files[path] = [bytes, { level: compression === 'STORE' ? 0 : 6 }]
  }

  folder(name: string): { file: (path: string, data: string | Uint8Array) => void } {
    return { file: (path, data) => this.file(`${name}/${path}`, data) }
  }
}

/** Days before the year 1980 cannot be written in a ZIP file; all entries have its first. */
const entryDate = new Date(1980, 0, 1)

/**
 * epub-gen-memory with another container: no dates, no folders, and fflate's deflate, which is several times as fast
 * as JSZip's and, unlike Node's zlib, the same on every version and processor.
 */
class Packager extends EPub {
  readonly #container = new Container()

  constructor(
    options: ConstructorParameters<typeof EPub>[0],
    chapters: ConstructorParameters<typeof EPub>[1],
  ) {
    super(options, chapters)
    this.#container.file('mimetype', 'application/epub+zip', { compression: 'STORE' })
    this.zip = this.#container as never
  }

  pack(binaries: EpubFiles['binaries']): Uint8Array {
    for (const { name, bytes, compress } of binaries) {
      this.#container.file(`OEBPS/${name}`, bytes, compress ? {} : { compression: 'STORE' })
    }
    return zipSync(this.#container.files, { mtime: entryDate })
  }
}
