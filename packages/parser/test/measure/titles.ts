import { type NotesRoot, parseNotes } from '../../src/index.ts'

/** A title and how deep it is: the number of `#`, or 0 for an event, 1 for a session, 2 for a section. */
export interface Title {
  text: string
  depth: number
}

/** How the titles that were found compare with those that there are. */
export interface TitleScore {
  found: number
  extra: number
  missed: number
  /** Titles of files with two levels, and those of them with the right one of the two. */
  levels: number
  rightLevels: number
}

/** The headings of Markdown notes, with their text as plain text has it. */
export function headingsOf(markdown: string): Title[] {
  const headings: Title[] = []
  let fenced = false
  const body = markdown
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '')
  for (const line of body.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    const match = fenced ? null : /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    const text = match ? plain(match[2] ?? '') : ''
    if (match && text) headings.push({ text, depth: (match[1] ?? '').length })
  }
  return headings
}

function plain(text: string): string {
  return text
    .replace(/[*_`]{1,3}([^*_`]+)[*_`]{1,3}/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The titles that plain text is found to have. */
export function titlesOf(text: string): Title[] {
  const { tree } = parseNotes(text, { input: 'text' })
  const titles: Title[] = []
  const ranks: Record<string, number> = { event: 0, session: 1, section: 2 }
  const visit = (node: NotesRoot['children'][number] | { type: string; children?: unknown[] }) => {
    const heading = node.children?.[0] as {
      type?: string
      position?: { start: { offset: number }; end: { offset: number } }
    }
    const depth = ranks[node.type]
    if (depth !== undefined && heading?.type === 'heading' && heading.position) {
      const { start, end } = heading.position
      const source = text.slice(start.offset, end.offset).split('\n')[0] ?? ''
      titles.push({ text: source.replace(/\s+/g, ' ').trim(), depth })
    }
    for (const child of (node.children ?? []) as { type: string }[]) visit(child)
  }
  for (const event of tree.children) visit(event)
  return titles
}

/** Pairs the titles in their order (the longest common subsequence) and counts. */
export function scoreTitles(wanted: readonly Title[], given: readonly Title[]): TitleScore {
  const lengths = Array.from({ length: wanted.length + 1 }, () => given.map(() => 0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = given.length - 1; j >= 0; j--) {
      const same = wanted[i]?.text === given[j]?.text
      lengths[i]![j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [Title, Title][] = []
  for (let i = 0, j = 0; i < wanted.length && j < given.length;) {
    const [want, have] = [wanted[i] as Title, given[j] as Title]
    if (want.text === have.text) {
      pairs.push([want, have])
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  const outer = Math.min(...wanted.map(({ depth }) => depth))
  const outerFound = Math.min(...pairs.map(([, have]) => have.depth))
  const two = new Set(wanted.map(({ depth }) => depth)).size === 2
  const right = pairs.filter(([want, have]) => want.depth > outer === have.depth > outerFound).length
  return {
    found: pairs.length,
    extra: given.length - pairs.length,
    missed: wanted.length - pairs.length,
    levels: two ? pairs.length : 0,
    rightLevels: two ? right : 0,
  }
}
