import type { Chapter } from '../html/chapter.ts'
import { type Destination, textString } from './pdf-file.ts'
import type { Sheet } from './sheet.ts'

export interface OutlineEntry {
  title: string
  id: string
  children: OutlineEntry[]
}

/** Three levels: parts and front and back matter, chapters, the chapters' own sections. */
export function outlineEntries(sheets: readonly Sheet[], chapters: readonly Chapter[]): OutlineEntry[] {
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]))
  const top: OutlineEntry[] = []
  const parts = new Map<string, OutlineEntry>()
  for (const sheet of sheets) {
    if (sheet.kind === 'half-title') continue
    const chapter = byId.get(sheet.id)
    const sections = chapter?.kind === 'chapter' ? chapter.headings.filter(({ depth }) => depth === 1) : []
    const children = sections.map(({ id, title }) => ({ id, title, children: [] }))
    const entry = { id: sheet.id, title: sheet.title, children }
    if (sheet.kind === 'part') parts.set(sheet.id, entry)
    const parent = chapter?.partId === undefined ? undefined : parts.get(chapter.partId)
    const list = parent ? parent.children : top
    list.push(entry)
  }
  return top
}

/** The outline's objects, the first of them its root, numbered from `first`. Parts and chapters stand closed. */
export function outlineObjects(
  entries: readonly OutlineEntry[],
  place: (id: string) => Destination | undefined,
  pages: readonly number[],
  first: number,
): string[] {
  const objects: string[] = ['']
  const write = (list: readonly OutlineEntry[], parent: number): { range: string; count: number } => {
    const shown = list.filter(({ id }) => place(id) !== undefined)
    const numbers = shown.map(() => first + objects.push('') - 1)
    for (const [at, entry] of shown.entries()) {
      const { page, top } = place(entry.id) as Destination
      const number = numbers[at] ?? 0
      const inner = write(entry.children, number)
      objects[number - first] = [
        `<</Title ${textString(entry.title)}`,
        `/Parent ${parent} 0 R`,
        at > 0 ? `/Prev ${numbers[at - 1]} 0 R` : '',
        at < shown.length - 1 ? `/Next ${numbers[at + 1]} 0 R` : '',
        inner.count > 0 ? `${inner.range}\n/Count -${inner.count}` : '',
        `/Dest [${pages[page]} 0 R /XYZ null ${top} null]>>`,
      ]
        .filter(Boolean)
        .join('\n')
    }
    const range = numbers.length > 0 ? `/First ${numbers[0]} 0 R\n/Last ${numbers.at(-1)} 0 R` : ''
    return { range, count: numbers.length }
  }
  const { range, count } = write(entries, first)
  objects[0] = `<</Type /Outlines\n${range}\n/Count ${count}>>`
  return objects
}
