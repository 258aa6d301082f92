/** Kuromoji behind the `Tokenizer` interface. This folder is the only one of the package that touches files. */
import type { Token, Tokenizer } from '../model.ts'
import { cacheFile, readCache, userCacheFolder, writeCache } from './cache.ts'
import type { CharacterClass, Dictionary } from './dictionary.ts'
import { buildLattice } from './lattice.ts'
import { kuromojiFolder, readSource } from './source.ts'
import { kuromojiVersion, type ViterbiNode, ViterbiSearcher } from './viterbi.ts'

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
  const file = cacheFile(cacheFolder, kuromojiVersion)
  const cached = readCache(file)
  if (cached) return cached
  const dictionary = readSource(kuromojiFolder())
  writeCache(file, dictionary)
  return dictionary
}

/** Kuromoji searches each sentence by itself. */
const sentencePattern = /[^、。]*[、。]|[^、。]+/g

function tokenizerOf(dictionary: Dictionary): (text: string) => Token[] {
  const { connection } = dictionary
  const width = connection[1] ?? 0
  const searcher = new ViterbiSearcher({
    get: (rightId, leftId) => connection[2 + rightId * width + leftId] ?? 0,
  })
  return (text) => {
    const tokens: Token[] = []
    for (const { 0: sentence, index } of replaceUnsafe(text).matchAll(sentencePattern)) {
      for (const node of searcher.search(buildLattice(sentence, dictionary))) {
        tokens.push(tokenOf(node, index, dictionary))
      }
    }
    return tokens
  }
}

/** Kuromoji loses text beside astral characters, and throws on lone surrogates and NUL. */
function replaceUnsafe(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  return text.replace(/[\uD800-\uDFFF]/g, '〓').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
}

function tokenOf(node: ViterbiNode, offset: number, dictionary: Dictionary): Token {
  const start = offset + node.start_pos - 1
  const end = start + node.length
  const known = node.type === 'KNOWN'
  const part = known
    ? dictionary.partOfSpeech[node.name]
    : (node.surface_form as CharacterClass).words[node.name]?.partOfSpeech
  const [pos, posDetail] = dictionary.tables.partsOfSpeech[part ?? 0] ?? []
  const token: Token = { start, end, pos, posDetail, known }
  if (!known) return token
  const [from, to] = [dictionary.featureStart[node.name], dictionary.featureStart[node.name + 1]]
  const [baseForm, reading] = decoder.decode(dictionary.features.subarray(from, to)).split('\t')
  if (baseForm && baseForm !== '*') token.baseForm = baseForm
  if (reading && reading !== '*') token.reading = reading
  return token
}

const decoder = new TextDecoder()
