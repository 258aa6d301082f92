import type { BookConfig } from '../config/schema.ts'
import type { Chapter } from '../html/chapter.ts'
import type { Book } from '../model.ts'

/** One volume of a book that is printed in several. */
export interface Volume {
  /** From 1. */
  number: number
  /** Volumes of the book. */
  count: number
  /** `id`s of the parts and sessions in it. */
  chapterIds: ReadonlySet<string>
  /** The title of its only event, where volumes are events. */
  title?: string
}

/** Pages of the book printed in one volume. */
export interface MeasuredPages {
  /** Of each chapter by `id`, blank pages before the next one included. */
  chapters: ReadonlyMap<string, number>
  /** Of what every volume has: title pages, contents, index, colophon. */
  everywhere: number
}

/**
 * Says which parts and sessions stand in which volume; one volume where there is nothing to cut. `pages` is needed
 * where volumes are cut at a number of pages.
 */
export function planVolumes(book: Book, chapters: readonly Chapter[], pages?: MeasuredPages): Volume[] {
  const how = book.config.volumes
  const body = chapters.filter(({ kind }) => kind === 'part' || kind === 'chapter')
  if (how === 'event') {
    const groups = book.tree.children
      .map((event) => {
        const ids = new Set([
          event.id,
          ...event.children.flatMap((child) => ('id' in child ? [child.id] : [])),
        ])
        return { chapters: body.filter(({ id }) => ids.has(id)), title: event.title }
      })
      .filter((group) => group.chapters.length > 0)
    return volumesOf(groups.length > 0 ? groups : [{ chapters: body }])
  }
  if (how === 'none' || !pages) return volumesOf([{ chapters: body }])
  const pieces = indivisible(body, chapters)
  const lengths = pieces.map((piece) => piece.reduce((sum, { id }) => sum + (pages.chapters.get(id) ?? 0), 0))
  const cuts = cutEvenly(lengths, Math.max(1, how.pages - pages.everywhere))
  const inBody = new Set(body)
  return volumesOf(
    cuts.map(([from, to]) => ({
      chapters: pieces.slice(from, to).flatMap((piece) => piece.filter((chapter) => inBody.has(chapter))),
    })),
  )
}

function volumesOf(groups: readonly { chapters: readonly Chapter[]; title?: string }[]): Volume[] {
  return groups.map(({ chapters, title }, at) => ({
    number: at + 1,
    count: groups.length,
    chapterIds: new Set(chapters.map(({ id }) => id)),
    ...(title !== undefined && title.trim() !== '' && { title }),
  }))
}

/** What no cut parts: a part and its first session; prefaces go with the first piece, what ends the book with the last. */
function indivisible(body: readonly Chapter[], chapters: readonly Chapter[]): Chapter[][] {
  const pieces: Chapter[][] = []
  for (const [at, chapter] of body.entries()) {
    if (body[at - 1]?.kind === 'part' && chapter.kind === 'chapter') pieces.at(-1)?.push(chapter)
    else pieces.push([chapter])
  }
  pieces[0]?.unshift(...chapters.filter(({ kind }) => kind === 'preface'))
  pieces.at(-1)?.push(...chapters.filter(({ kind }) => endsBook(kind)))
  return pieces
}

/** Chapters that stand in the last volume alone. */
export function endsBook(kind: Chapter['kind']): boolean {
  return kind === 'glossary' || kind === 'people' || kind === 'afterword'
}

/**
 * Cuts a row of lengths into the fewest runs of at most `room` each (a longer piece is a run of its own), and among
 * these into runs as even as can be. Gives the first and the last index of each run, the last one excluded.
 */
export function cutEvenly(lengths: readonly number[], room: number): [number, number][] {
  const longest = Math.max(0, ...lengths)
  let high = Math.max(room, longest)
  const fewest = fill(lengths, high).length
  let low = longest
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fill(lengths, middle).length <= fewest) high = middle
    else low = middle + 1
  }
  return fill(lengths, high)
}

function fill(lengths: readonly number[], room: number): [number, number][] {
  const runs: [number, number][] = []
  let used = 0
  for (const [at, length] of lengths.entries()) {
    const run = runs.at(-1)
    if (run && used + length <= room) {
      run[1] = at + 1
      used += length
    } else {
      runs.push([at, at + 1])
      used = length
    }
  }
  return runs
}

/** The configuration of one volume: its title names the volume, and so do its identifiers. */
export function volumeConfig(config: BookConfig, volume: Volume, name: string): BookConfig {
  const { number, count, title: subject } = volume
  const facts = { number, count, name, bookTitle: config.title, ...(subject !== undefined && { subject }) }
  return { ...config, title: `${config.title} ${name}`, volume: facts }
}
