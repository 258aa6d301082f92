import type { ParseContext } from '../context.ts'
import type { NotesRoot } from '../nodes.ts'
import { actions } from './actions.ts'
import { attributions } from './attributions.ts'
import { cosense } from './cosense.ts'
import { definitions } from './definitions.ts'
import { eventFacts } from './event-facts.ts'
import { frontMatterFacts } from './front-matter-facts.ts'
import { frontMatterSpeakers } from './front-matter-speakers.ts'
import { leadingNames } from './leading-names.ts'
import { marks } from './marks.ts'
import { memberBlocks } from './member-blocks.ts'
import { resolvePeople } from './people.ts'
import { nameLines } from './name-lines.ts'
import { questions } from './questions.ts'
import { roles } from './roles.ts'
import { ruby } from './ruby.ts'
import { speakerLines } from './speaker-lines.ts'
import { titleSpeakers } from './title-speakers.ts'
import { urls } from './urls.ts'

/** Reads one construct: changes the tree in place, and says what it inferred in `data.inferred`. */
export type SyntaxPass = (tree: NotesRoot, context: ParseContext) => void

/** The constructs by the names of their modules, in the order in which they run. */
export const passes = {
  cosense,
  ruby,
  roles,
  titleSpeakers,
  speakerLines,
  memberBlocks,
  nameLines,
  leadingNames,
  frontMatterSpeakers,
  resolvePeople,
  urls,
  eventFacts,
  frontMatterFacts,
  questions,
  definitions,
  actions,
  attributions,
  marks,
} satisfies Record<string, SyntaxPass>

/**
 * Reads the constructs of conference notes in an assembled tree: speakers, dates, questions, definitions …
 * Titles and phrasing stay as written; facts go into fields.
 */
export function applySyntax(tree: NotesRoot, context: ParseContext): void {
  for (const pass of Object.values(passes)) pass(tree, context)
}
