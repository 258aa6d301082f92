import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import type { Term } from '../model.ts'
import { nameKey } from '../name-key.ts'
import { describePlace, located } from '../places.ts'
import { rule } from '../rules.ts'

/** Diagnostics of terms against each other: aliases that are terms, cross references that lead nowhere or in circles. */
export function checkTerms(terms: readonly Term[]): VFileMessage[] {
  const byName = new Map(terms.map((term) => [nameKey(term.term), term]))
  const byAlias = new Map<string, Term>()
  const messages: VFileMessage[] = []
  for (const term of terms) {
    for (const alias of term.aliases) {
      const key = nameKey(alias)
      const other = byName.get(key) ?? byAlias.get(key)
      byAlias.set(key, byAlias.get(key) ?? term)
      if (!other || other === term) continue
      const reason = `The alias “${alias}” of “${term.term}” is ${byName.has(key) ? 'a term itself' : `an alias of “${other.term}” too`} (${placesOf(other)}).`
      messages.push(createMessage(rule['alias-is-term'], { reason, ...located(term.places[0]) }))
    }
  }
  for (const term of terms) {
    for (const name of term.see ?? []) {
      if (byName.has(nameKey(name)) || byAlias.has(nameKey(name))) continue
      const reason = `“${term.term}” refers to “${name}”, which the glossary does not have.`
      messages.push(createMessage(rule['unknown-see'], { reason, ...located(term.places[0]) }))
    }
  }
  const next = (term: Term): Term[] =>
    term.definition
      ? []
      : (term.see ?? []).flatMap((name) => byName.get(nameKey(name)) ?? byAlias.get(nameKey(name)) ?? [])
  for (const circle of findCircles(terms, next)) {
    const names = [...circle, circle[0]].map((term) => term?.term).join(' → ')
    const reason = `Terms without a definition refer to each other in a circle: ${names}.`
    messages.push(createMessage(rule['see-cycle'], { reason, ...located(circle[0]?.places[0]) }))
  }
  return messages
}

/** Each circle once, from its first term. */
function findCircles(terms: readonly Term[], next: (term: Term) => Term[]): Term[][] {
  const circles: Term[][] = []
  const done = new Set<Term>()
  for (const start of terms) {
    const stack: { term: Term; rest: Term[] }[] = done.has(start) ? [] : [{ term: start, rest: next(start) }]
    const path = stack.map((step) => step.term)
    while (stack.length > 0) {
      const step = stack.at(-1)
      const term = step?.rest.shift()
      if (!term) {
        const left = stack.pop()
        path.pop()
        if (left) done.add(left.term)
      } else if (path.includes(term)) circles.push(path.slice(path.indexOf(term)))
      else if (!done.has(term)) {
        stack.push({ term, rest: next(term) })
        path.push(term)
      }
    }
  }
  return circles
}

function placesOf(term: Term): string {
  return term.places.map(describePlace).join(', ')
}
