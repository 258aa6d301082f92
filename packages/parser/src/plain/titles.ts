import type { Block, BlockKind } from './blocks.ts'
import { type Line, widthOf } from './lines.ts'
import type { TitleLine, TitleMark } from './sign.ts'
import { scoreTitle } from './signs.ts'
import { isFact, isPart, polite } from './words.ts'

/** What the signs see of a line; a longer one is no title unless it is marked as one. */
const longest = 200

/** Notes as a row of titles and of what stands between them. */
export type Part = { type: 'title'; title: TitleLine } | { type: 'block'; block: Block }

/**
 * Tells the titles of a text from its prose. `judge` may overrule the signs; it gets the score of a line, which
 * makes a title of it at 1.
 */
export function findTitles(
  blocks: readonly Block[],
  judge: (title: TitleLine, score: number) => boolean = (_, score) => score >= 1,
): Part[] {
  const scored = candidatesOf(blocks).map((part): Part => {
    if (part.type === 'block' || judge(part.title, scoreTitle(part.title))) return part
    return { type: 'block', block: blockOf(part.title) }
  })
  return connect(mergeProse(scored))
}

/** Takes every line that may be a title for one. */
export function candidatesOf(blocks: readonly Block[]): Part[] {
  return connect(blocks.flatMap((block, at) => splitBlock(block, blocks[at - 1], blocks[at + 1])))
}

/** The titles of a row of parts. */
export function titlesOf(row: readonly Part[]): TitleLine[] {
  return row.flatMap((part) => (part.type === 'title' ? [part.title] : []))
}

/** Tells each title what stands around it. */
function connect(row: Part[]): Part[] {
  const titles = titlesOf(row)
  const counts = new Map<string, number>()
  for (const { text } of titles) counts.set(text, (counts.get(text) ?? 0) + 1)
  let before: BlockKind | 'title' | undefined
  let above = ''
  let current: TitleLine | undefined
  for (const part of row) {
    if (part.type === 'block') {
      current?.body.push(part.block)
      before = part.block.kind
      above = part.block.lines.at(-1)?.text ?? ''
      continue
    }
    const { title } = part
    Object.assign(title, {
      before,
      above,
      previous: current,
      next: undefined,
      body: [],
      count: counts.get(title.text),
    })
    if (current) current.next = title
    current = title
    before = 'title'
    above = title.text
  }
  const full = titles.flatMap(({ body }) => body.find((block) => !isFacts(block)) ?? [])
  const listShare = full.filter(({ kind }) => kind === 'list').length / Math.max(1, full.length)
  for (const title of titles) title.listShare = listShare
  return row
}

/** A block of nothing but URLs, dates and speakers. */
function isFacts({ kind, lines }: Block): boolean {
  return kind === 'text' && lines.every(({ text }) => isFact(text))
}

/** Lines that turned out to be prose go together again with the prose that they stood in. */
function mergeProse(row: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of row) {
    const last = merged.at(-1)
    if (
      part.type === 'block' &&
      last?.type === 'block' &&
      part.block.kind === 'text' &&
      last.block.kind === 'text' &&
      !part.block.blankBefore &&
      !last.block.blankAfter
    ) {
      const lines = [...last.block.lines, ...part.block.lines]
      merged[merged.length - 1] = {
        type: 'block',
        block: { ...last.block, lines, blankAfter: part.block.blankAfter },
      }
    } else merged.push(part)
  }
  return merged
}

/** Cuts a block of text into lines that may be titles and the rest. */
function splitBlock(block: Block, before: Block | undefined, after: Block | undefined): Part[] {
  const whole: Part[] = [{ type: 'block', block }]
  if (block.kind !== 'text' || block.directive) return whole
  const [first, second] = block.lines
  if (!first) return whole
  if (block.lines.length === 1) return isFact(first.text) && before ? whole : [titlePart(block, 0)]
  if (block.lines.length === 2 && second && isUnderline(second)) return [titlePart(block, 0, second)]
  const marked = markOf(first.text) !== undefined
  const rest = { ...block, lines: block.lines.slice(1), blankBefore: false }
  if (marked) return [titlePart(block, 0), ...splitBlock(rest, block, after)]
  if (isStack(block, after)) {
    return block.lines.map((line, at): Part =>
      isFact(line.text) ? { type: 'block', block: pieceOf(block, at) } : titlePart(block, at),
    )
  }
  const known = isPart(first.text)
  return known ? [titlePart(block, 0), { type: 'block', block: rest }] : whole
}

/** Nothing but titles with their URLs, dates and speakers: the lines over a list, or over such a fact. */
function isStack({ lines }: Block, after: Block | undefined): boolean {
  const bare = lines.filter((line) => !isFact(line.text))
  const [first] = lines
  if (!first || isFact(first.text) || bare.length > 4) return false
  const facts = bare.length < lines.length
  if (!facts && after?.kind !== 'list') return false
  const most = facts ? 100 : 80
  return bare.every(({ text }) => widthOf(text) <= most && !endsAsProse(text)) && !isWrappedText(bare)
}

function endsAsProse(text: string): boolean {
  return /[。｡，、,:：.;；]$/.test(text) || polite.test(text)
}

/** A sentence that was cut into lines: the next line goes on in small letters, behind a line of several words. */
function isWrappedText(lines: readonly Line[]): boolean {
  return lines.some(
    ({ text }, at) => /^\p{Ll}/u.test(lines[at + 1]?.text ?? '') && text.split(' ').length > 5,
  )
}

function pieceOf(block: Block, at: number): Block {
  const line = block.lines[at]
  return {
    ...block,
    lines: line ? [line] : [],
    blankBefore: at === 0 && block.blankBefore,
    blankAfter: at === block.lines.length - 1 && block.blankAfter,
  }
}

function titlePart(block: Block, at: number, underline?: Line): Part {
  const piece = pieceOf(block, at)
  const line = piece.lines[0] as Line
  const mark = underline ? undefined : markOf(line.text)
  const textStart = line.textStart + (mark?.length ?? 0)
  const textEnd =
    mark?.kind === 'hash' ? line.textStart + line.text.replace(/[ \t]+#+$/, '').length : line.end
  const text = line.text.slice(textStart - line.textStart, Math.min(textEnd - line.textStart, longest))
  const title: TitleLine = {
    line,
    text,
    textStart,
    textEnd,
    width: widthOf(text),
    blankBefore: piece.blankBefore,
    blankAfter: underline ? block.blankAfter : piece.blankAfter,
    body: [],
    count: 1,
    above: '',
    listShare: 0,
  }
  if (underline) title.underline = underline
  if (underline ?? mark) title.mark = underline ? 'underline' : mark?.kind
  if (mark?.kind === 'hash') title.hashes = line.text.length - line.text.replace(/^#+/, '').length
  return { type: 'title', title }
}

/** A line that is no title after all, as the prose that it is. */
function blockOf({ line, underline, blankBefore, blankAfter }: TitleLine): Block {
  return { kind: 'text', lines: underline ? [line, underline] : [line], blankBefore, blankAfter }
}

function isUnderline(line: Line): boolean {
  return /^(?:={3,}|-{3,}|~{3,}|＝{3,})$/.test(line.text)
}

/** The mark before a title, and its length: `#` (but `#110` is text), `■`, or brackets around it all. */
function markOf(text: string): { kind: TitleMark; length: number } | undefined {
  const hash = /^#{1,6}(?:[ \t\u3000]+(?=\S)|(?=[^\s\d#!]))/.exec(text)
  if (hash) return { kind: 'hash', length: hash[0].length }
  const box = /^[■□◆◇●○◎▼▽▶▷◼◾](?![■□◆◇●○◎▼▽▶▷◼◾])[ \t\u3000]*(?=\S)/.exec(text)
  if (box) return { kind: 'box', length: box[0].length }
  return /^(?:【[^【】]+】|＜[^＜＞]+＞|〈[^〈〉]+〉)$/.test(text)
    ? { kind: 'brackets', length: 0 }
    : undefined
}
