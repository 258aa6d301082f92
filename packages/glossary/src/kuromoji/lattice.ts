import type { CharacterClass, Dictionary } from './dictionary.ts'

/** A word on the cheapest path through a sentence. */
export interface PathWord {
  start: number
  end: number
  /** Index of the dictionary's word; of the class's word where the dictionary has none. */
  word: number
  /** The class of characters that made an unknown word. */
  unknown?: CharacterClass
}

/** Fields of a node, side by side in one array. */
const fields = 6
const [wordField, startField, classField, rightField, previousField, nextField] = [0, 1, 2, 3, 4, 5] as const
const none = -1

/**
 * Finds the words of a sentence as kuromoji does (all words of the dictionary and unknown ones in a lattice, the
 * cheapest path by Viterbi, the first found among equals), in time linear in its length: kuromoji encodes the
 * whole rest of the sentence as UTF-8 at every character, and counts out every run of characters again.
 *
 * One lattice serves many sentences; it keeps its memory. Sentences must be free of surrogates and NUL.
 */
export class Lattice {
  readonly #dictionary: Dictionary
  #nodes = new Int32Array(0)
  #costs = new Float64Array(0)
  /** First and last node that ends at each offset. */
  #first = new Int32Array(0)
  #last = new Int32Array(0)
  /** Count of nodes of the last sentence. */
  size = 0

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
  }

  /** The words of a sentence, in order. */
  search(sentence: string): PathWord[] {
    this.#reset(sentence.length)
    const runEnds = endsOfRuns(sentence, this.#dictionary.characterClass)
    for (let start = 0; start < sentence.length; start++) {
      // No word ends here, so that no path can go on from here.
      if (this.#first[start] === none) continue
      const isKnown = this.#addKnown(sentence, start)
      const kind = this.#dictionary.characterClass[sentence.charCodeAt(start)] ?? 0
      const { always, grouped, words } = this.#dictionary.tables.classes[kind] ?? noClass
      if (isKnown && !always) continue
      const end = grouped ? (runEnds[start] ?? start + 1) : start + 1
      words.forEach((word, index) => this.#add(index, start, end, kind, word.leftId, word.rightId, word.cost))
    }
    return this.#backward(sentence.length)
  }

  #reset(length: number): void {
    if (this.#first.length <= length) {
      this.#first = new Int32Array(length * 2 + 1)
      this.#last = new Int32Array(length * 2 + 1)
    }
    this.#first.fill(none, 0, length + 1)
    this.#last.fill(none, 0, length + 1)
    this.size = 0
    this.#append(0, 0, 0, none, 0, none, 0)
  }

  /** Adds the dictionary's words from `start` on; returns whether there are any. */
  #addKnown(sentence: string, start: number): boolean {
    const { base, check, wordStart, leftId, rightId, cost } = this.#dictionary
    let found = false
    let node = 0
    for (let end = start; end < sentence.length; end++) {
      node = step(base, check, node, sentence.charCodeAt(end))
      if (node < 0) break
      // A byte 0 below the node marks the end of a word; the value stands in its base.
      const leaf = base[node] ?? 0
      if (check[leaf] !== node) continue
      const value = -(base[leaf] ?? 0) - 1
      found = true
      const last = wordStart[value + 1] ?? 0
      for (let word = wordStart[value] ?? 0; word < last; word++) {
        this.#add(word, start, end + 1, none, leftId[word] ?? 0, rightId[word] ?? 0, cost[word] ?? 0)
      }
    }
    return found
  }

  /** Adds a word behind the cheapest of the words that end where it starts. */
  #add(
    word: number,
    start: number,
    end: number,
    kind: number,
    left: number,
    right: number,
    cost: number,
  ): void {
    const { connection } = this.#dictionary
    const width = connection[1] ?? 0
    let cheapest = Infinity
    let previous = none
    for (
      let node = this.#first[start] ?? none;
      node !== none;
      node = this.#nodes[node * fields + nextField] ?? none
    ) {
      const joined =
        (this.#costs[node] ?? 0) +
        (connection[2 + (this.#nodes[node * fields + rightField] ?? 0) * width + left] ?? 0)
      if (joined < cheapest) {
        cheapest = joined
        previous = node
      }
    }
    this.#append(word, start, end, kind, right, previous, cheapest + cost)
  }

  #append(
    word: number,
    start: number,
    end: number,
    kind: number,
    right: number,
    previous: number,
    cost: number,
  ): void {
    const node = this.size++
    if (node >= this.#costs.length) this.#grow()
    const at = node * fields
    this.#nodes[at + wordField] = word
    this.#nodes[at + startField] = start
    this.#nodes[at + classField] = kind
    this.#nodes[at + rightField] = right
    this.#nodes[at + previousField] = previous
    this.#nodes[at + nextField] = none
    this.#costs[node] = cost
    const last = this.#last[end] ?? none
    if (last === none) this.#first[end] = node
    else this.#nodes[last * fields + nextField] = node
    this.#last[end] = node
  }

  #grow(): void {
    const capacity = Math.max(1024, this.#costs.length * 2)
    const [nodes, costs] = [new Int32Array(capacity * fields), new Float64Array(capacity)]
    nodes.set(this.#nodes)
    costs.set(this.#costs)
    this.#nodes = nodes
    this.#costs = costs
  }

  #backward(length: number): PathWord[] {
    // The end of the sentence joins like any word, with the left id 0.
    this.#add(0, length, length, none, 0, 0, 0)
    const path: PathWord[] = []
    let node = this.#nodes[(this.size - 1) * fields + previousField] ?? none
    for (let end = length; node > 0;) {
      const at = node * fields
      const start = this.#nodes[at + startField] ?? 0
      const kind = this.#nodes[at + classField] ?? none
      const unknown = kind === none ? undefined : this.#dictionary.tables.classes[kind]
      path.push({ start, end, word: this.#nodes[at + wordField] ?? 0, ...(unknown && { unknown }) })
      end = start
      node = this.#nodes[at + previousField] ?? none
    }
    return path.reverse()
  }
}

const noClass: CharacterClass = { always: false, grouped: false, words: [] }

/** For each character where the run of characters of its class ends. */
function endsOfRuns(sentence: string, characterClass: Uint8Array): Int32Array {
  const ends = new Int32Array(sentence.length)
  let end = sentence.length
  for (let at = sentence.length - 1; at >= 0; at--) {
    const kind = characterClass[sentence.charCodeAt(at)]
    if (at + 1 < sentence.length && kind !== characterClass[sentence.charCodeAt(at + 1)]) end = at + 1
    ends[at] = end
  }
  return ends
}

/** Follows the bytes of one UTF-16 unit in the trie; -1 where no word goes on so. */
function step(base: Int32Array, check: Int32Array, node: number, unit: number): number {
  if (unit < 0x80) return follow(base, check, node, unit)
  if (unit < 0x800) {
    return follow(base, check, follow(base, check, node, (unit >> 6) | 0xc0), (unit & 0x3f) | 0x80)
  }
  const first = follow(base, check, node, (unit >> 12) | 0xe0)
  return follow(base, check, follow(base, check, first, ((unit >> 6) & 0x3f) | 0x80), (unit & 0x3f) | 0x80)
}

function follow(base: Int32Array, check: Int32Array, node: number, byte: number): number {
  if (node < 0) return -1
  const child = (base[node] ?? 0) + byte
  return check[child] === node ? child : -1
}
