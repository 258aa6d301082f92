/** Kuromoji's dictionary, trimmed to what cutting and reading need, as plain arrays over one block of memory. */
export interface Dictionary {
  /** Double array over UTF-8 bytes: `child = base[parent] + byte`, valid if `check[child] === parent`. */
  base: Int32Array
  check: Int32Array
  /** Words of the surface with trie value `v` are `wordStart[v] … wordStart[v + 1] - 1`. */
  wordStart: Int32Array
  leftId: Uint16Array
  rightId: Uint16Array
  cost: Int16Array
  /** Index into `partsOfSpeech`. */
  partOfSpeech: Uint8Array
  /** Base form, tab, reading of word `w`, as UTF-8 in `features[featureStart[w] … featureStart[w + 1]]`. */
  featureStart: Int32Array
  features: Uint8Array
  /** Cost of joining: `connection[2 + right * connection[1] + left]`. */
  connection: Int16Array
  /** Character class of each UTF-16 unit. */
  characterClass: Uint8Array
  /** The small rest. */
  tables: Tables
}

export interface Tables {
  /** Pairs of part of speech and its detail. */
  partsOfSpeech: [pos: string, detail: string][]
  classes: CharacterClass[]
}

/** How a class of characters makes words that no dictionary has. */
export interface CharacterClass {
  /** Even where the dictionary has words. */
  always: boolean
  /** A run of the class is one word. */
  grouped: boolean
  words: { leftId: number; rightId: number; cost: number; partOfSpeech: number }[]
}

/** The arrays of a dictionary in the order in which the cache file holds them. */
export const sections = [
  ['base', Int32Array],
  ['check', Int32Array],
  ['wordStart', Int32Array],
  ['featureStart', Int32Array],
  ['leftId', Uint16Array],
  ['rightId', Uint16Array],
  ['cost', Int16Array],
  ['connection', Int16Array],
  ['partOfSpeech', Uint8Array],
  ['features', Uint8Array],
  ['characterClass', Uint8Array],
] as const
