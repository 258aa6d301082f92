/**
 * Kuromoji's dictionary behind the `Tokenizer` interface. This folder is the only one of the package that touches
 * files.
 */
import type { Token, Tokenizer } from '../model.ts'
import { cacheFile, readCache, userCacheFolder, writeCache } from './cache.ts'
import type { Dictionary } from './dictionary.ts'
import { Lattice, type PathWord } from './lattice.ts'
import { kuromojiFolder, kuromojiVersion, readSource } from './source.ts'

export interface KuromojiOptions {
  /** Folder for caches; the user's where it is absent, none (the slow way, in memory) where it is false. */
  cacheFolder?: string | false
}

/**
 * A tokenizer on kuromoji and its IPADIC. Returns at once; the dictionary is loaded by the first `tokenize`,
 * from a prepared file in the user's cache folder, which the first use of all builds.
 */
export function createKuromojiTokenizer(options: KuromojiOptions = {}): Tokenizer {
  let tokenize: ((text: string) => Token[]) | undefined
  return {
    tokenize(text) {
      tokenize ??= tokenizerOf(loadDictionary(options.cacheFolder ?? userCacheFolder()))
      return tokenize(text)
    },
  }
}

function loadDictionary(cacheFolder: string | false): Dictionary {
  if (cacheFolder === false) return readSource(kuromojiFolder())
  const file = cacheFile(cacheFolder, kuromojiVersion())
  const cached = readCache(file)
  if (cached) return cached
  const dictionary = readSource(kuromojiFolder())
  writeCache(file, dictionary)
  return dictionary
}

/** Kuromoji searches each sentence by itself. */
const sentencePattern = /[^、。]*[、。]|[^、。]+/g

function tokenizerOf(dictionary: Dictionary): (text: string) => Token[] {
  const lattice = new Lattice(dictionary)
  return (text) => {
    const tokens: Token[] = []
    for (const { 0: sentence, index } of replaceUnsafe(text).matchAll(sentencePattern)) {
      for (const word of lattice.search(sentence)) tokens.push(new DictionaryToken(word, index, dictionary))
    }
    return tokens
  }
}

const unsafePattern = /[\uD800-\uDFFF\u0000-\u0008\u000b-\u001f\u007f]/

/** Kuromoji loses text beside astral characters, and throws on lone surrogates and NUL. */
function replaceUnsafe(text: string): string {
  if (!unsafePattern.test(text)) return text
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  return text.replace(/[\uD800-\uDFFF]/g, '〓').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
}

const decoder = new TextDecoder()

/** A token that looks up its base form and reading when asked: linking asks for few. */
class DictionaryToken implements Token {
  readonly start: number
  readonly end: number
  readonly pos: string
  readonly posDetail: string
  readonly known: boolean
  readonly #features: Uint8Array | undefined

  constructor(found: PathWord, offset: number, dictionary: Dictionary) {
    this.start = offset + found.start
    this.end = offset + found.end
    this.known = !found.unknown
    const { featureStart, features, partOfSpeech, tables } = dictionary
    const part = found.unknown ? found.unknown.words[found.word]?.partOfSpeech : partOfSpeech[found.word]
    const [pos = '', posDetail = ''] = tables.partsOfSpeech[part ?? 0] ?? []
    this.pos = pos
    this.posDetail = posDetail
    if (this.known) this.#features = features.subarray(featureStart[found.word], featureStart[found.word + 1])
  }

  get baseForm(): string | undefined {
    return this.#feature(0)
  }

  get reading(): string | undefined {
    return this.#feature(1)
  }

  #feature(index: number): string | undefined {
    const value = this.#features && decoder.decode(this.#features).split('\t')[index]
    return value === '*' ? undefined : value || undefined
  }
}
