import { EPub } from 'epub-gen-memory'
import { Deflater } from './deflate.ts'
import { writeZip } from './zip.ts'

/** Everything that goes into the ePub's container, written already. */
export interface EpubFiles {
  title: string
  language: string
  packageDocument: string
  navigation: string
  ncx: string
  css: string
  /** XHTML files in any order, `name` below `OEBPS/`; each is written once, when it is packed. */
  chapters: { name: string; title: string; xhtml: () => string }[]
  /** Images and fonts, `name` below `OEBPS/`. */
  binaries: { name: string; bytes: Uint8Array; compress: boolean }[]
}

/** The chapters' template is compiled for each of them: without `with` and without its own source that is fast. */
const plainTemplate = { strict: true, compileDebug: false }

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
    chapterXHTML: '<%- locals.xhtml() %>',
    packageDocument: files.packageDocument,
    navigation: files.navigation,
    ncx: files.ncx,
  }
  const chapters = files.chapters.map(({ name, title, xhtml }) => ({
    title,
    content: '',
    filename: name,
    xhtml,
    ...plainTemplate,
  }))
  const packager = new Packager(options, chapters)
  await packager.render()
  return await packager.pack(files.binaries)
}

/** The part of JSZip that epub-gen-memory writes to. */
class Container {
  readonly deflater = new Deflater()

  file(path: string, content: string | Uint8Array, { compression }: { compression?: string } = {}): void {
    this.deflater.add({ path, content, compress: compression !== 'STORE' })
  }

  folder(name: string): { file: (path: string, data: string | Uint8Array) => void } {
    return { file: (path, data) => this.file(`${name}/${path}`, data) }
  }
}

/** epub-gen-memory with a container of our own. */
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

  async pack(binaries: EpubFiles['binaries']): Promise<Uint8Array> {
    for (const { name, bytes, compress } of binaries) {
      this.#container.file(`OEBPS/${name}`, bytes, compress ? {} : { compression: 'STORE' })
    }
    return writeZip(await this.#container.deflater.finish())
  }
}
