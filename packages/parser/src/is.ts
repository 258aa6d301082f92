import type { Node } from 'unist'
import type { NotesNode, NotesNodeMap } from './nodes.ts'

/** Makes the predicate of a node type; anything may be asked, also null and undefined. */
function is<T extends keyof NotesNodeMap>(type: T): (node: unknown) => node is NotesNodeMap[T] {
  return (node): node is NotesNodeMap[T] => typeOf(node) === type
}

export const isNotesRoot = is('notesRoot')
export const isEvent = is('event')
export const isSession = is('session')
export const isSection = is('section')
export const isPoint = is('point')
export const isQuestion = is('question')
export const isAnswer = is('answer')
export const isTermDefinition = is('termDefinition')
export const isTermReference = is('termReference')
export const isAction = is('action')
export const isRuby = is('ruby')
export const isVerbatim = is('verbatim')

const types: Record<keyof NotesNodeMap, true> = {
  notesRoot: true,
  event: true,
  session: true,
  section: true,
  point: true,
  question: true,
  answer: true,
  termDefinition: true,
  termReference: true,
  action: true,
  ruby: true,
  verbatim: true,
}

/** Whether a node is one that this package adds to mdast. */
export function isNotesNode(node: unknown): node is NotesNode {
  const type = typeOf(node)
  return type !== undefined && Object.hasOwn(types, type)
}

function typeOf(node: unknown): string | undefined {
  return node !== null && typeof node === 'object' ? (node as Partial<Node>).type : undefined
}
