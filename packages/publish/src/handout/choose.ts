import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { didYouMean } from '../config/nearest.ts'
import { handoutRule } from './rules.ts'
import type { HandoutSource } from './sources.ts'

/** The handouts that were asked for, in the order of the book; all where nothing was. */
export function chooseHandouts(
  handouts: HandoutSource[],
  ids: readonly string[] | undefined,
): { chosen: HandoutSource[]; messages: VFileMessage[] } {
  if (ids === undefined) return { chosen: handouts, messages: [] }
  const wanted = new Set(ids.map((id) => id.toLowerCase()))
  const known = handouts.map(({ id }) => id)
  const messages = ids
    .filter((id) => !known.some((each) => each.toLowerCase() === id.toLowerCase()))
    .map((id) => {
      const titled = handouts.find(({ event, session }) => (session ?? event).title === id)
      const meant = titled ? ` “${id}” is the title of “${titled.id}”.` : didYouMean(id, known)
      return createMessage(handoutRule.unknownSession, {
        reason: `There is no session “${id}”, so it has no handout.${meant}`,
        hint: known.length > 0 ? `The sessions are ${listed(known)}.` : 'The book has no sessions.',
      })
    })
  return { chosen: handouts.filter(({ id }) => wanted.has(id.toLowerCase())), messages }
}

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, 20).join(', ')
  return ids.length > 20 ? `${shown} and ${ids.length - 20} more` : shown
}
