/** A thread that parses Markdown. */
import { splitPieces } from '@notes/parser/apart'
import { serve } from '../threads/serve.ts'
import { type FlatPieces, flattenPieces } from './flat-pieces.ts'
import type { Portion } from './parse-apart.ts'

serve((portion: Portion) => {
  const value: FlatPieces[] = portion.map((text) => flattenPieces(text, splitPieces(text)))
  return { value, transfer: value.map(({ numbers }) => numbers.buffer) }
})
