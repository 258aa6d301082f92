import type { Token, Tokenizer } from '../model.ts'

/** Behind these a word never goes on, so that the text may be cut there before it is tokenized. */
const delimiterPattern = /[\n\r\t。、．！？!?「」『』（）()【】[\]：:；;，"“”]/u
/** Longest piece that is tokenized at once, in UTF-16 units. */
const longestSegment = 2000

/** A token in offsets of the whole text. */
export interface Word extends Pick<Token, 'start' | 'end' | 'pos' | 'posDetail' | 'known'> {
  surface: string
}

/** The words of a text, cut on demand: only the clauses around doubtful boundaries are ever tokenized. */
export class Segments {
  readonly #text: string
  readonly #tokenizer: Tokenizer
  /** Where clauses begin, and the end of the text; found when first asked for. */
  #starts: number[] | undefined
  readonly #words = new Map<number, Word[]>()

  constructor(text: string, tokenizer: Tokenizer) {
    this.#text = text
    this.#tokenizer = tokenizer
  }

  /** The words of the clause that holds `offset`. */
  around(offset: number): Word[] {
    const starts = (this.#starts ??= startsOfClauses(this.#text))
    let [low, high] = [0, starts.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    const start = starts[low] ?? 0
    let words = this.#words.get(start)
    if (!words) {
      words = cutWords(this.#text.slice(start, starts[low + 1]), start, this.#tokenizer)
      this.#words.set(start, words)
    }
    return words
  }

  /** The words of a text that stands by itself. */
  cut(text: string): Word[] {
    return cutWords(text, 0, this.#tokenizer)
  }
}

function startsOfClauses(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    if (delimiterPattern.test(text[at] ?? '') || at + 1 - (starts.at(-1) ?? 0) >= longestSegment)
      starts.push(at + 1)
  }
  if (starts.at(-1) !== text.length) starts.push(text.length)
  return starts
}

/** Tokenizes NFKC text, which dictionaries are made of, and gives offsets of the text as it is. */
function cutWords(source: string, offset: number, tokenizer: Tokenizer): Word[] {
  const normal = source.normalize('NFKC')
  if (normal === source) {
    return tokenizer
      .tokenize(source)
      .map((token) => wordOf(token, source, token.start + offset, token.end + offset))
  }
  const clusters = Array.from(source.matchAll(/[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[^]/gu))
  /** Offset in the source of each unit of the normal form, and of its end. */
  const map: number[] = []
  let text = ''
  for (const cluster of clusters) {
    const folded = cluster[0].normalize('NFKC')
    for (let unit = 0; unit < folded.length; unit++) map.push(cluster.index)
    text += folded
  }
  map.push(source.length)
  return tokenizer
    .tokenize(text)
    .map((token) => wordOf(token, text, (map[token.start] ?? 0) + offset, (map[token.end] ?? 0) + offset))
}

function wordOf({ pos, posDetail, known, ...token }: Token, text: string, start: number, end: number): Word {
  return { start, end, surface: text.slice(token.start, token.end), pos, posDetail, known }
}
