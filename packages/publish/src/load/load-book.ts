import { buildIndex, collectTerms, type GlossaryFile, linkTerms, type Tokenizer } from '@notes/glossary'
import { createKuromojiTokenizer } from '@notes/glossary/kuromoji'
import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { Asset, Book, Matter } from '../model.ts'
import { decodeYaml } from '../config/yaml.ts'
import { AssetStore } from './assets.ts'
import { type BookFolder, normalisePath } from './folder.ts'
import { checkHtml } from './html-tags.ts'
import { applyLevels, sortMessages } from './levels.ts'
import { checkScheme, findPlaces, resolveLink } from './links.ts'
import { readMatter } from './matter.ts'
import { gatherPeople } from './people.ts'
import { readNamed, readOptional } from './read-named.ts'
import { type BookNotes, configFile, readBookNotes, type ReadOptions } from './read-notes.ts'
import { type Document, findReferences, survey } from './references.ts'
import { loadRule } from './rules.ts'
import { showUnused } from './unused-definitions.ts'

/** What loading may be told. */
export interface LoadOptions extends ReadOptions {
  /** Cuts Japanese into words; kuromoji where absent. */
  tokenizer?: Tokenizer
}

/** A book with everything that its renderers need from the disk. */
export interface LoadedBook {
  book: Book
  assets: Map<string, Asset>
  /** Absolute path of the book's folder. */
  folder: string
  /** Where book.yaml's values stand. */
  placeOf: BookNotes['placeOf']
}

const glossaryFile = 'glossary.yaml'

/**
 * Reads a book: a folder as docs/book-yaml.md describes it, or a single file of notes.
 *
 * Never throws because of what the files hold; rejects where `path` does not exist. A book without notes has a tree
 * without children and an error among its messages.
 */
export async function loadBook(path: string, options: LoadOptions = {}): Promise<LoadedBook> {
  const tokenizer = options.tokenizer ?? createKuromojiTokenizer()
  const notes = await readBookNotes(path, options)
  const { folder, root, tree, config, messages } = notes
  if (tree.children.length === 0) messages.push(createMessage(loadRule.noNotes, { file: configFile }))
  const front = await readMatters(notes, 'front')
  const back = await readMatters(notes, 'back')
  const store = new AssetStore(folder)
  const { cover, ...rest } = config
  const coverKey =
    cover === undefined
      ? undefined
      : await store.addFile(cover, 'cover', notes.placeOf(['cover']), configFile)
  await resolveReferences(notes, [...front, ...back], store)

  const glossary = await readGlossary(folder, messages)
  const { terms, ...collected } = collectTerms(tree, glossary)
  for (const {
    url,
    places: [place],
  } of terms) {
    const message = url && checkScheme({ url, file: place?.file ?? glossaryFile, position: place?.position })
    if (message) messages.push(message)
  }
  const people = gatherPeople(tree, notes.people)
  const linked = linkTerms(tree, terms, { tokenizer, mode: 'every' })
  const { index, ...indexed } = buildIndex(linked.tree, terms, { people, tokenizer })
  messages.push(...store.messages, ...collected.messages, ...linked.messages, ...indexed.messages)

  const book: Book = {
    config: coverKey === undefined ? rest : { ...rest, cover: coverKey },
    tree: linked.tree,
    front,
    back,
    terms,
    index,
    people,
    messages: sortMessages(applyLevels(messages, config.rules), [
      configFile,
      'people.yaml',
      glossaryFile,
      ...notes.files,
    ]),
  }
  return { book, assets: store.assets, folder: root, placeOf: notes.placeOf }
}

async function readMatters(notes: BookNotes, key: 'front' | 'back'): Promise<Matter[]> {
  const { folder, config, placeOf, messages } = notes
  const matters: Matter[] = []
  for (const [index, path] of config[key].entries()) {
    const file = normalisePath(path)
    const subject = `${key}[${index}] names “${path}”`
    const bytes = await readNamed(folder, file, subject, placeOf([key, index]), configFile, messages)
    if (!bytes || file === undefined) continue
    const read = readMatter(bytes, file, `${key}-${index + 1}`)
    matters.push(read.matter)
    messages.push(...read.messages)
  }
  return matters
}

/** Makes asset keys of the images' URLs and `#id` of the links to notes, in the trees themselves. */
async function resolveReferences(
  notes: BookNotes,
  matters: readonly Matter[],
  store: AssetStore,
): Promise<void> {
  const documents: Document[] = [
    { root: notes.tree },
    ...matters.map(({ file, children }) => ({ root: { type: 'root', children }, file })),
  ]
  const places = findPlaces(notes.tree)
  const matter = new Map(matters.map(({ file, id }) => [file, id]))
  for (const document of documents) {
    const found = survey(document)
    notes.messages.push(...checkHtml(found))
    const unused = showUnused(found)
    notes.messages.push(...unused)
    // What was shown as text may hold links.
    const { images, links } = findReferences(unused.length > 0 ? survey(document) : found)
    for (const image of images) await store.add(image)
    for (const link of links) {
      const message = resolveLink(link, { places, matter, drafts: notes.drafts })
      if (message) notes.messages.push(message)
    }
  }
}

async function readGlossary(folder: BookFolder, messages: VFileMessage[]): Promise<GlossaryFile | undefined> {
  const bytes = await readOptional(folder, glossaryFile, '“glossary.yaml” is the glossary', messages)
  if (!bytes) return undefined
  const decoded = decodeYaml(bytes, glossaryFile)
  messages.push(...decoded.messages)
  return { source: decoded.source, file: glossaryFile }
}
