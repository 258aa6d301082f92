import type { NotesRoot } from '../../src/index.ts'

/** Titles of events, of their sessions and of the sections of both. */
export interface OutlineEvent {
  title: string
  sections: string[]
  sessions: { title: string; sections: string[] }[]
}

/** The titles of a tree. */
export function outlineOf(tree: NotesRoot): OutlineEvent[] {
  return tree.children.map((event) => ({
    title: event.title,
    sections: sectionsOf(event.children),
    sessions: event.children.flatMap((child) =>
      child.type === 'session' ? [{ title: child.title, sections: sectionsOf(child.children) }] : [],
    ),
  }))
}

function sectionsOf(children: readonly { type: string }[]): string[] {
  return children.flatMap((child) =>
    child.type === 'section' ? [(child as { title: string } & typeof child).title] : [],
  )
}
