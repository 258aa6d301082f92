import type { CharacterClass, Dictionary } from './dictionary.ts'
import { ViterbiLattice, ViterbiNode } from './viterbi.ts'

/**
 * All words of a sentence, as kuromoji's ViterbiBuilder finds them, but in time that grows linearly: that one
 * encodes the whole rest of the sentence as UTF-8 at every character, and counts out every run again.
 *
 * The sentence must be free of surrogates and NUL.
 */
export function buildLattice(sentence: string, dictionary: Dictionary): ViterbiLattice {
  const { base, check, wordStart, leftId, rightId, cost, characterClass, tables } = dictionary
  const lattice = new ViterbiLattice()
  const runEnds = endsOfRuns(sentence, characterClass)
  for (let start = 0; start < sentence.length; start++) {
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
      for (let word = wordStart[value] ?? 0; word < (wordStart[value + 1] ?? 0); word++) {
        lattice.append(
          new ViterbiNode(
            word,
            cost[word] ?? 0,
            start + 1,
            end + 1 - start,
            'KNOWN',
            leftId[word] ?? 0,
            rightId[word] ?? 0,
            undefined,
          ),
        )
      }
    }
    const kind = tables.classes[characterClass[sentence.charCodeAt(start)] ?? 0]
    if (kind && (!found || kind.always)) appendUnknown(lattice, start, runEnds[start] ?? start + 1, kind)
  }
  lattice.appendEos()
  return lattice
}

function appendUnknown(lattice: ViterbiLattice, start: number, runEnd: number, kind: CharacterClass): void {
  const length = kind.grouped ? runEnd - start : 1
  kind.words.forEach((word, index) => {
    lattice.append(
      new ViterbiNode(index, word.cost, start + 1, length, 'UNKNOWN', word.leftId, word.rightId, kind),
    )
  })
}

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
