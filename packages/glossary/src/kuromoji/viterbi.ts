/** Kuromoji's classes that are used as they are, by deep requires; the package has no types. */
import { createRequire } from 'node:module'

/** A word in the lattice; `start_pos` counts from 1. */
export interface ViterbiNode {
  /** Index of the word, or of the class's word where `type` is UNKNOWN. */
  name: number
  start_pos: number
  length: number
  type: 'KNOWN' | 'UNKNOWN' | 'BOS' | 'EOS'
  /** Carries the character class of an unknown word. */
  surface_form: unknown
}

export interface ViterbiLattice {
  append(node: ViterbiNode): void
  appendEos(): void
}

export interface ViterbiSearcher {
  search(lattice: ViterbiLattice): ViterbiNode[]
}

interface Costs {
  get(rightId: number, leftId: number): number
}

const require = createRequire(import.meta.url)

export const ViterbiNode = require('kuromoji/src/viterbi/ViterbiNode.js') as new (
  name: number,
  cost: number,
  start: number,
  length: number,
  type: 'KNOWN' | 'UNKNOWN',
  leftId: number,
  rightId: number,
  surface: unknown,
) => ViterbiNode

export const ViterbiLattice = require('kuromoji/src/viterbi/ViterbiLattice.js') as new () => ViterbiLattice

export const ViterbiSearcher = require('kuromoji/src/viterbi/ViterbiSearcher.js') as new (
  costs: Costs,
) => ViterbiSearcher

/** Version of the kuromoji package. */
export const kuromojiVersion = (require('kuromoji/package.json') as { version: string }).version
