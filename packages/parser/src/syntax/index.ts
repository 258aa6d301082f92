import type { ParseContext } from '../context.ts'
import type { NotesRoot } from '../nodes.ts'
import { definitions } from './definitions.ts'
import { frontMatterSpeakers } from './front-matter-speakers.ts'
import { memberBlocks } from './member-blocks.ts'
import { resolvePeople } from './people.ts'
import { roles } from './roles.ts'
import { speakerLines } from './speaker-lines.ts'
import { titleSpeakers } from './title-speakers.ts'
import { urls } from './urls.ts'

/** Reads one construct: changes the tree in place, and says what it inferred in `data.inferred`. */
export type SyntaxPass = (tree: NotesRoot, context: ParseContext) => void

/** The constructs, in the order in which they run. */
const passes: SyntaxPass[] = [
  roles,
  titleSpeakers,
  speakerLines,
  memberBlocks,
  frontMatterSpeakers,
  resolvePeople,
  urls,
  definitions,
]

/**
 * Reads the constructs of conference notes in an assembled tree: speakers, dates, questions, definitions …
 * Titles and phrasing stay as written; facts go into fields.
 */
export function applySyntax(tree: NotesRoot, context: ParseContext): void {
  for (const pass of passes) pass(tree, context)
}
