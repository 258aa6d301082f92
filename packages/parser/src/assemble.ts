import type { Heading, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { FileRole, ParseContext } from './context.ts'
import { createIdMaker, idOfFile, slugOf } from './ids.ts'
import type { Event, NotesRoot, Section, SectionContent, Session, SourceData } from './nodes.ts'
import { toPoints } from './points.ts'
import { blockRoleOf, isPartTitle } from './syntax/words.ts'

/** The heading depths of events and sessions; 0 where the file has no headings for them. */
export interface Levels {
  event: number
  session: number
}

type Holder = Event | Session | Section

/** The levels that a file of this role has by default. */
export const defaultLevels: Record<FileRole, Levels> = {
  book: { event: 1, session: 2 },
  event: { event: 1, session: 0 },
  session: { event: 0, session: 1 },
}

/** Makes the notes tree out of an mdast root: its headings become events, sessions and sections. */
export function assemble(root: Root, levels: Levels, context: ParseContext): NotesRoot {
  const tree: NotesRoot = { type: 'notesRoot', children: [], position: root.position }
  if (root.children.length === 0 && !context.frontMatter) return tree
  const open = new OpenNodes(tree, context)
  const { frontMatter, role } = context
  const first = root.children.findIndex((node) => node.type === 'heading')
  const lead = root.children.slice(0, first < 0 ? undefined : first)

  // What stands before the first heading belongs to what the file is about.
  const owner = role === 'session' ? 'session' : 'event'
  if (owner === 'session') open.event()
  const heading = root.children[first] as Heading | undefined
  const isTitle = heading !== undefined && heading.depth <= levels[owner]
  const title = isTitle ? heading : headingOf(frontMatter?.data['title'])
  open[owner](title, levels[owner], idGiven(context))
  if (frontMatter) open.add(frontMatter.node)
  lead.forEach((node) => open.add(node))

  for (const node of first < 0 ? [] : root.children.slice(isTitle ? first + 1 : first)) {
    if (node.type !== 'heading') open.add(node)
    else if (open.isAsked(node.depth)) open.section(node)
    else if (isPartTitle(titleOf(node)))
      // `## メンバー` is of the talk before it, `## まとめ` of the event, if there is one.
      open.section(node, levels.event === 0 || blockRoleOf(titleOf(node)) !== undefined)
    else if (node.depth <= levels.event) open.event(node, node.depth)
    else if (node.depth === levels.session || node.depth < Math.min(levels.session, levels.event + 1))
      open.session(node, node.depth)
    else open.section(node)
  }
  for (const event of tree.children) cover(event)
  return tree
}

/** The chain of open events, sessions and sections. */
class OpenNodes {
  readonly #tree: NotesRoot
  readonly #context: ParseContext
  readonly #makeId = createIdMaker()
  readonly #counts = new Map<string, number>()
  #chain: { node: Holder; depth: number }[] = []

  constructor(tree: NotesRoot, context: ParseContext) {
    this.#tree = tree
    this.#context = context
  }

  add(node: RootContent): void {
    this.#chain.at(-1)!.node.children.push(toPoints(node) as SectionContent)
  }

  event(heading?: Heading, depth = 0, id?: string): void {
    this.#chain = []
    const title = titleOf(heading)
    const event: Event = {
      type: 'event',
      id: this.#makeId(id ?? slugOf(title) ?? this.#numbered('event')),
      title,
      dates: [],
      urls: [],
      children: heading ? [heading] : [],
      data: this.#data(),
    }
    this.#tree.children.push(event)
    this.#chain.push({ node: event, depth })
  }

  session(heading?: Heading, depth = 1, id?: string): void {
    // Sessions stand directly in their event.
    this.#chain.length = 1
    const event = this.#chain[0]!.node as Event
    const title = titleOf(heading)
    const session: Session = {
      type: 'session',
      id: this.#makeId(id ?? slugOf(title) ?? this.#numbered(`${event.id}-session`)),
      title,
      speakers: [],
      urls: [],
      slides: [],
      children: heading ? [heading] : [],
      data: this.#data(),
    }
    event.children.push(session)
    this.#chain.push({ node: session, depth })
  }

  /** Whether questions are open that a heading of this depth stands below: then it is one of them. */
  isAsked(depth: number): boolean {
    return this.#chain.some(
      ({ node, depth: outer }) =>
        node.type === 'section' && outer < depth && blockRoleOf(node.title) === 'qa',
    )
  }

  /** A heading such as `# QA` is part of what is open at its own depth. */
  section(heading: Heading, isPart = false): void {
    for (let last = this.#chain.at(-1)!; this.#chain.length > 1; last = this.#chain.at(-1)!) {
      const isBeside = last.depth === heading.depth && (last.node.type === 'section' || !isPart)
      if (last.depth < heading.depth || (last.depth === heading.depth && !isBeside)) break
      this.#chain.pop()
    }
    const parent = this.#chain.at(-1)!.node
    const talk = this.#chain.findLast(({ node }) => node.type !== 'section')!.node
    const title = titleOf(heading)
    const slug = slugOf(title)
    const section: Section = {
      type: 'section',
      id: this.#makeId(slug ? `${talk.id}-${slug}` : this.#numbered(`${talk.id}-section`)),
      title,
      depth: parent.type === 'section' ? parent.depth + 1 : 1,
      children: [heading],
    }
    parent.children.push(section)
    this.#chain.push({ node: section, depth: heading.depth })
  }

  #numbered(prefix: string): string {
    const number = (this.#counts.get(prefix) ?? 0) + 1
    this.#counts.set(prefix, number)
    return `${prefix}-${number}`
  }

  #data(): SourceData {
    const { file, frontMatter } = this.#context
    return {
      ...(file !== undefined && { file }),
      ...(frontMatter?.data['draft'] === true && { draft: true }),
    }
  }
}

/** The id that the front matter gives to what the file is about, or the file's name. */
function idGiven({ file, frontMatter }: ParseContext): string | undefined {
  const id = frontMatter?.data['id']
  const given = typeof id === 'string' || typeof id === 'number' ? slugOf(String(id)) : undefined
  return given ?? (file === undefined ? undefined : idOfFile(file))
}

/** A heading for a title that stands in the front matter alone; it has no position and is not serialised. */
function headingOf(title: unknown): Heading | undefined {
  if (typeof title !== 'string' || !title.trim()) return undefined
  const data = { inferred: [{ field: 'children', rule: 'front-matter-title' }] }
  return {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: title.trim() }],
    data,
  }
}

function titleOf(heading: Heading | undefined): string {
  return heading ? toString(heading, { includeHtml: false }).replace(/\s+/g, ' ').trim() : ''
}

/** Sets the position of a container from what stands in it. */
function cover(node: Holder): void {
  let start, end
  for (const child of node.children) {
    if (child.type === 'session' || child.type === 'section') cover(child)
    const position = child.position
    if (!position) continue
    if (!start || position.start.offset! < start.offset!) start = position.start
    if (!end || position.end.offset! > end.offset!) end = position.end
  }
  if (start && end) node.position = { start, end }
}
