import { htmlBlockNames } from 'micromark-util-html-tag-name'
import type { Edit } from './edits.ts'
import { hashesOf } from './hash.ts'
import { contentColumn, readMarker, widthOf } from './indent.ts'
import { InlineDepth } from './inline-depth.ts'
import { createRegionFinder, mayHoldRegions, type Region } from './regions.ts'

/** Levels of lists, quotes and phrasing that are read; more are text, as remark's time grows with their cube. */
const MAX_LEVELS = 100

/** What to change in a text so that remark reads it as its writer meant it; no letter or digit is touched. */
export interface Normalized {
  edits: Edit[]
  /** Offsets of headings written without a space. */
  headings: number[]
  /** Offsets of the markers and signs that stand too deep. */
  tooDeep: number[]
  /** List items seen. */
  items: number
  /** Runs of lines around which a fence was put, so that remark keeps them as they are. */
  regions: number
}

/** An open list item; columns in the source and in the edited text. */
interface Item {
  column: number
  newColumn: number
  newContent: number
}

/** An open fence, or another block whose lines are kept as they are. */
interface Raw {
  isEnd: (line: string, index: number) => boolean
  /** What comes to stand behind the last line. */
  close?: string
  /** How many items it stands in. */
  depth: number
  /** A blank line ends it. */
  endsAtBlank?: boolean
}

const BLANK = /^[ \t]*$/
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/
const BLOCK_START = /^(?:#{1,6}(?:\s|$)|>|<[/!?a-zA-Z]|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/

/**
 * Finds what CommonMark reads otherwise than people write it: headings without a space, items nested by one space or
 * too many, full-width indentation; puts a fence around the blocks of other languages.
 */
export function normalize(text: string, withRegions = true): Normalized {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const bare = withRegions && mayHoldRegions(text) ? lines.map((line) => line.trim()) : undefined
  const state = new Normalizer(bare)
  let offset = 0
  for (const [index, line] of lines.entries()) {
    state.line(line.replace(/[\r\n]+$/, ''), offset, index)
    offset += line.length
  }
  return state
}

/** The info string of the fences that are put around regions. */
export const REGION = 'notes-'

class Normalizer implements Normalized {
  readonly edits: Edit[] = []
  readonly headings: number[] = []
  readonly tooDeep: number[] = []
  items = 0
  regions = 0
  readonly #regionAt: ((index: number) => Region | undefined) | undefined
  readonly #lines: readonly string[]
  #items: Item[] = []
  #raw: Raw | undefined
  #afterBlank = true
  #inParagraph = false
  readonly #depth = new InlineDepth(MAX_LEVELS)

  constructor(lines: readonly string[] = []) {
    this.#lines = lines
    this.#regionAt = lines.length > 0 ? createRegionFinder(lines) : undefined
  }

  line(line: string, offset: number, index: number): void {
    if (BLANK.test(line)) {
      this.#afterBlank = true
      this.#inParagraph = false
      this.#depth.reset()
      if (this.#raw?.endsAtBlank) this.#raw = undefined
      return
    }
    const space = /^[ \t]*/.exec(line)![0]
    if (this.#raw && this.#keep(line, space, offset, index)) return
    const wide = /^[ \t\u3000]*/.exec(line)![0]
    if (readMarker(line.slice(wide.length))) {
      this.#bullet(line, wide, offset)
    } else {
      this.#text(line, space, offset, index)
      this.#inParagraph = !BLOCK_START.test(line.slice(space.length))
    }
    this.#afterBlank = false
  }

  /** A line inside a fence; false where the fence ended with the item around it. */
  #keep(line: string, space: string, offset: number, index: number): boolean {
    const raw = this.#raw!
    const item = this.#items[raw.depth - 1]
    if (item && widthOf(space) + item.newColumn - item.column < item.newContent) {
      this.#raw = undefined
      return false
    }
    const isEnd = raw.isEnd(line.slice(space.length), index)
    if (isEnd) this.#raw = undefined
    this.#shift(space, offset, item)
    if (isEnd && raw.close !== undefined)
      this.edits.push({ offset: offset + line.length, remove: 0, insert: raw.close })
    this.#afterBlank = false
    this.#inParagraph = false
    return true
  }

  #bullet(line: string, space: string, offset: number): void {
    this.items++
    let column = widthOf(space)
    while ((this.#items.at(-1)?.column ?? -1) >= column) this.#items.pop()
    const parent = this.#items.at(-1)
    // Four columns are code, unless they stand in an item.
    if (!parent && column > 3 && !space.includes('\u3000')) return
    let newColumn = parent ? column + parent.newColumn - parent.column : Math.min(column, 3)
    if (parent && (newColumn < parent.newContent || newColumn > parent.newContent + 3))
      newColumn = parent.newContent
    if (newColumn !== column || space.includes('\u3000')) this.#indent(offset, space, newColumn)

    // `- - a` opens two items.
    let at = space.length
    for (let marker = readMarker(line.slice(at)); marker; marker = readMarker(line.slice(at))) {
      if (this.#items.length >= MAX_LEVELS) {
        this.#escape(offset + at + marker.sign.length - 1)
        break
      }
      const rest = line.slice(at + marker.sign.length + marker.space.length)
      const isWide = marker.space.startsWith('\u3000')
      const newContent = contentColumn(newColumn, isWide ? { ...marker, space: ' ' } : marker, rest === '')
      this.#items.push({ column, newColumn, newContent })
      if (isWide)
        this.edits.push({
          offset: offset + at + marker.sign.length,
          remove: marker.space.length,
          insert: ' ',
        })
      column += newContent - newColumn
      newColumn = newContent
      at += marker.sign.length + marker.space.length
      if (widthOf(marker.space) > 4) break
    }
    this.#inParagraph = false
    this.#depth.reset()
    this.#limitPhrasing(line, at, offset)
    this.#open(line.slice(at))
    this.#inParagraph = !BLOCK_START.test(line.slice(at))
  }

  #text(line: string, space: string, offset: number, index: number): void {
    const content = line.slice(space.length)
    const width = widthOf(space)
    const hashes = width < 4 ? hashesOf(content, this.#afterBlank) : 0
    const region = this.#regionAt?.(index)
    if (this.#afterBlank || hashes > 0 || region || FENCE.test(content) || BLOCK_START.test(content))
      this.#close(width)
    const item = this.#items.at(-1)
    if (item && width > item.column) this.#shift(space, offset, item)
    if (hashes > 0 && (!item || width > item.column)) {
      this.headings.push(offset + space.length)
      this.edits.push({ offset: offset + space.length + hashes, remove: 0, insert: ' ' })
    }
    this.#limitQuotes(line, offset)
    if (region && this.#openRegion(region, line, space, offset, index)) return
    this.#limitPhrasing(line, /^[\s>#]*/.exec(line)![0].length, offset)
    if (width < 4 || item) this.#open(content)
  }

  /** Puts a fence around a region; false where remark would not see it as one. */
  #openRegion(region: Region, line: string, space: string, offset: number, index: number): boolean {
    const item = this.#items.at(-1)
    const column = widthOf(space) + (item ? item.newColumn - item.column : 0)
    if (column - (item?.newContent ?? 0) > 3) return false
    const lines = this.#lines.slice(index, region.last + 1)
    const longest = Math.max(2, ...lines.map((text) => /^~*/.exec(text)![0].length))
    const fence = '~'.repeat(longest + 1)
    const indent = ' '.repeat(column)
    const close = `\n${indent}${fence}`
    const start = offset + space.length
    this.regions++
    this.edits.push({ offset: start, remove: 0, insert: `${fence}${REGION}${region.syntax}\n${indent}` })
    if (region.last === index) this.edits.push({ offset: offset + line.length, remove: 0, insert: close })
    else this.#raw = { depth: this.#items.length, isEnd: (_, at) => at === region.last, close }
    return true
  }

  /** Closes the items that a block with this indentation does not stand in. */
  #close(width: number): void {
    for (let item = this.#items.at(-1); item; item = this.#items.at(-1)) {
      if (width + item.newColumn - item.column >= item.newContent) return
      this.#items.pop()
    }
  }

  /** Opens what keeps its lines as they are. */
  #open(content: string): void {
    const fence = FENCE.exec(content)?.[1]
    const depth = this.#items.length
    if (fence) {
      const end = new RegExp(`^${fence[0]}{${fence.length},}[ \\t]*$`)
      this.#raw = { depth, isEnd: (line) => end.test(line) }
    } else if (content.startsWith('<!--')) {
      if (!content.includes('-->', 4)) this.#raw = { depth, isEnd: (line) => line.includes('-->') }
    } else if (/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i.test(content)) {
      const end = /<\/(?:script|pre|style|textarea)>/i
      if (!end.test(content)) this.#raw = { depth, isEnd: (line) => end.test(line) }
    } else if (isHtmlBlock(content, this.#inParagraph)) {
      this.#raw = { depth, isEnd: () => false, endsAtBlank: true }
    }
  }

  /** Indents a line by as much as its item moved. */
  #shift(space: string, offset: number, item: Item | undefined): void {
    const by = item ? item.newColumn - item.column : 0
    if (by !== 0) this.#indent(offset, space, Math.max(0, widthOf(space) + by))
  }

  #indent(offset: number, space: string, column: number): void {
    this.edits.push({ offset, remove: space.length, insert: ' '.repeat(column) })
  }

  #escape(offset: number): void {
    this.tooDeep.push(offset)
    this.edits.push({ offset, remove: 0, insert: '\\' })
  }

  #limitPhrasing(line: string, from: number, offset: number): void {
    for (const at of this.#depth.tooDeep(line.slice(from))) this.#escape(offset + from + at)
  }

  /** Quotes inside quotes cost as much as lists, and hide lists from this reader. */
  #limitQuotes(line: string, offset: number): void {
    const quotes = /^(?:[ \t]*>)+/.exec(line)?.[0]
    if (!quotes) return
    const signs = [...quotes.matchAll(/>/g)]
    const deep = signs[MAX_LEVELS]
    if (deep) return this.#escape(offset + deep.index)
    const rest = line.slice(quotes.length)
    const space = /^[ \t]*/.exec(rest)![0]
    const marker = readMarker(rest.slice(space.length))
    if (marker && widthOf(space) > 2 * MAX_LEVELS)
      this.#escape(offset + quotes.length + space.length + marker.sign.length - 1)
  }
}

/** Whether a line begins HTML that goes on to the next blank line. */
function isHtmlBlock(content: string, inParagraph: boolean): boolean {
  const name = /^<\/?([a-z][a-z\d-]*)(?=[\s/>]|$)/i.exec(content)?.[1]
  if (!name) return false
  if (htmlBlockNames.includes(name.toLowerCase())) return true
  return !inParagraph && /^<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?>[ \t]*$/i.test(content)
}
