import { createRegionFinder, mayHoldRegions } from '../markdown/regions.ts'
import { type Line, widthOf } from './lines.ts'

/** What a stretch of lines is, before titles are told from prose. */
export type BlockKind = 'text' | 'list' | 'code' | 'rule' | 'verbatim'

/** Lines that belong together. Blank lines stand between blocks, and inside lists and code. */
export interface Block {
  kind: BlockKind
  lines: Line[]
  /** What kept lines look like, e.g. `liquid`. */
  syntax?: string
  /** A blank line, or nothing, stands before it. */
  blankBefore: boolean
  blankAfter: boolean
  /** Part of a `:::` directive, where no line is a title. */
  directive?: boolean
}

const rule = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^[=＝~─━―—]{3,}$/
const underline = /^(?:={3,}|-{3,}|~{3,}|＝{3,})$/
const fence = /^(`{3,}|~{3,})([^`]*)$/
const titleMark = /^[■□◆◇●○◎▼▽▶▷◼◾]/

/** How lists are written in a text. */
export interface Layout {
  /** Indentation of titles and prose. */
  base: number
  /** Without bullets anywhere, indented lines are the items. */
  bareItems: boolean
  /** No blank lines part the titles from the rest, so every line in the margin stands for itself. */
  compact: boolean
  /** Width at which the text is wrapped by hand; undefined where it is not. */
  wrapAt?: number
}

/** Finds out how a text is laid out. */
export function layoutOf(lines: readonly Line[]): Layout {
  const full = lines.filter((line) => line.text !== '')
  const base = full.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY)
  const rows = (full.at(-1)?.number ?? 0) - (full[0]?.number ?? 0) + 1
  const blank = rows - full.length
  const indented = full.filter((line) => line.indent > base).length
  const widest = full.reduce((most, { indent, text }) => Math.max(most, indent + widthOf(text)), 0)
  return {
    base: Number.isFinite(base) ? base : 0,
    bareItems: !full.some((line) => line.marker) && indented >= 3 && indented * 3 >= full.length,
    compact: full.length >= 8 && blank * 30 < full.length,
    ...(widest <= 120 && { wrapAt: widest }),
  }
}

/** Cuts lines into blocks. */
export function readBlocks(lines: readonly Line[], { base, bareItems, compact, wrapAt }: Layout): Block[] {
  const blocks: Block[] = []
  const closing = closingFences(lines)
  const texts = lines.map(({ text }) => text)
  const findRegion = texts.some(mayHoldRegions) ? createRegionFinder(texts) : undefined
  const regionAt = (at: number) => ((lines[at]?.indent ?? 0) <= base ? findRegion?.(at) : undefined)
  const isItem = (at: number) => {
    const line = lines[at]
    if (!line?.text || rule.test(line.text)) return false
    if (line.marker) return line.indent > base || !isMarkedTitle(lines, at)
    return bareItems && line.indent > base
  }
  let directive = false
  let at = 0
  const add = (kind: BlockKind, end: number, syntax?: string) => {
    const part = lines.slice(at, end)
    while (part.at(-1)?.text === '') part.pop()
    const blankBefore = at === 0 || lines[at - 1]?.text === ''
    const blankAfter = end >= lines.length || lines[end]?.text === '' || lines[end - 1]?.text === ''
    const more = { ...(syntax !== undefined && { syntax }), ...(directive && { directive }) }
    blocks.push({ kind, lines: part, blankBefore, blankAfter, ...more })
    at = end
  }
  while (at < lines.length) {
    const line = lines[at]
    if (!line?.text) {
      at++
      continue
    }
    const fenceEnd = closing.get(at)
    const region = regionAt(at)
    if (region) add('verbatim', region.last + 1, region.syntax)
    else if (fenceEnd !== undefined) add('code', fenceEnd + 1)
    else if (rule.test(line.text)) add('rule', at + 1)
    else if (isItem(at)) add('list', endOfList(at))
    else {
      if (line.text.startsWith(':::')) directive = opensDirective(lines, at)
      add('text', endOfText(at))
    }
  }
  return blocks

  function endOfList(from: number): number {
    let end = from + 1
    while (end < lines.length) {
      const line = lines[end]
      if (!line || closing.has(end) || regionAt(end)) break
      if (line.text !== '' && !isItem(end) && line.indent <= base && !isWrapped(end)) break
      end++
    }
    return end
  }

  /** A line in the margin goes on with the item right above it if that one fills its line. */
  function isWrapped(index: number): boolean {
    const above = lines[index - 1]
    if (!above || wrapAt === undefined || wrapAt < 60 || compact) return false
    const full = above.indent + widthOf(above.text) >= wrapAt * 0.8
    return full && !/[。．.!?！？]$/.test(above.text) && !rule.test(lines[index]?.text ?? '')
  }

  function endOfText(from: number): number {
    let end = from + 1
    while (end < lines.length) {
      const line = lines[end]
      if (!line?.text || isItem(end) || closing.has(end) || regionAt(end)) break
      if (compact && !underline.test(line.text) && lines[end - 1]?.indent === base) break
      if (line.text.startsWith(':::')) break
      if (rule.test(line.text)) {
        // an underline belongs to the title above it
        if (end === from + 1 && underline.test(line.text)) end++
        break
      }
      end++
    }
    return end
  }
}

/** Whether a line such as `:::note` opens a directive that is closed again soon. */
function opensDirective(lines: readonly Line[], at: number): boolean {
  if (!/^:::+\s*\S/.test(lines[at]?.text ?? '')) return false
  return lines.slice(at + 1, at + 60).some(({ text }) => /^:::+$/.test(text))
}

/** Whether a marker in the margin marks a title: no neighbour is marked in the same way. */
function isMarkedTitle(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line?.marker) return false
  const numbered = line.marker.number !== undefined
  if (!numbered && !titleMark.test(line.text)) return false
  const alike = (other: Line | undefined) =>
    other?.marker !== undefined &&
    other.indent === line.indent &&
    (numbered ? other.marker.number !== undefined : other.text[0] === line.text[0])
  if (numbered && (lines[at - 1]?.text || lines[at + 1]?.text)) return false
  return !alike(neighbour(lines, at, -1)) && !alike(neighbour(lines, at, 1))
}

function neighbour(lines: readonly Line[], from: number, step: number): Line | undefined {
  let at = from + step
  while (lines[at]?.text === '') at += step
  return lines[at]
}

/** Lines that open a fence which is closed again, and the lines that close them. */
function closingFences(lines: readonly Line[]): Map<number, number> {
  const pairs = new Map<number, number>()
  let open: { at: number; mark: string } | undefined
  for (const [at, line] of lines.entries()) {
    const match = fence.exec(line.text)
    if (!match?.[1]) continue
    if (!open) open = { at, mark: match[1] }
    else if (match[2] === '' && match[1].startsWith(open.mark)) {
      pairs.set(open.at, at)
      open = undefined
    }
  }
  return pairs
}
