import type { Event, NotesRoot, Section, Session } from '@notes/parser'

/** Events, sessions and sections with what is known about them, a line each. */
export function treeOutline(tree: NotesRoot): string {
  return tree.children.flatMap((event) => lines(event, 0)).join('')
}

function lines(node: Event | Session | Section, depth: number): string[] {
  const facts = factsOf(node)
  const own = `${'  '.repeat(depth)}${node.type}  ${node.title || '(no title)'}${facts.length > 0 ? `  [${facts.join('; ')}]` : ''}\n`
  const inner = node.children.flatMap((child) =>
    child.type === 'session' || child.type === 'section' ? lines(child, depth + 1) : [],
  )
  return [own, ...inner]
}

function factsOf(node: Event | Session | Section): string[] {
  if (node.type === 'section') return node.role === undefined ? [] : [node.role]
  if (node.type === 'session')
    return [...node.speakers.map(({ name }) => name), ...node.urls.map(({ url }) => url)]
  return [...node.dates.map(({ text }) => text), ...(node.venue === undefined ? [] : [node.venue])]
}
