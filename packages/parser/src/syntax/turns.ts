import type { Nodes } from 'mdast'
import type { Event, NotesRoot, Session } from '../nodes.ts'
import { leadText } from './members.ts'
import { textOf } from './phrasing-text.ts'
import { eachContainer, eachList, itemsOf, ownerOf } from './walk.ts'

/** Labels that say what follows, not who. */
const noTurn =
  /^(?:notes?|memo|e\.?g|ex|examples?|urls?|links?|refs?|see|todo|tips?|pros?|cons?|input|output|before|after|demo|ans?|qa?|re|ps|info|warn(?:ing)?|error|fixme|bug|api|cpu|gpu|ios|aws|gcp|sql|css|html|http|tls|dns|cdn|sdk|cli|cd|ci|ui|ux|os|db|vm|ml|ai|id|name|type|value|key|date|time|day|step|goal|why|what|how|when|where|who|title|author|summary|result|problem|solution|default|node|std|npm|file|git|on|off|yes|no|ok)$/i
const turn = /^([a-z][a-z0-9_-]{1,15}|[A-Z]{2,4}): \S/

/**
 * Who takes turns in the log of a talk: short labels that come again and again in a session, as in `matz: …`,
 * `ko1: …`. Two labels or more must return, and begin five lines or more together.
 */
export function countTurns(tree: NotesRoot): Map<Event | Session, ReadonlySet<string>> {
  const counts = new Map<Event | Session, Map<string, number>>()
  eachContainer(tree, (container, scope) => {
    if (scope.role === 'members' || scope.role === 'terms') return
    const owner = ownerOf(scope)
    const own = counts.get(owner) ?? new Map<string, number>()
    counts.set(owner, own)
    const count = (text: string): void => {
      const label = turn.exec(text)?.[1]
      if (label !== undefined && !noTurn.test(label)) own.set(label, (own.get(label) ?? 0) + 1)
    }
    for (const block of container.children as Nodes[]) if (block.type === 'paragraph') count(textOf(block))
    eachList(container, (list) => {
      for (const item of itemsOf(list)) count(leadText(item))
    })
  })
  return new Map([...counts].map(([owner, own]) => [owner, returning(own)]))
}

function returning(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const often = [...counts].filter(([, count]) => count > 1)
  const lines = often.reduce((sum, [, count]) => sum + count, 0)
  return new Set(often.length > 1 && lines > 4 ? often.map(([label]) => label) : [])
}
