/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * Functions that run inside the page. Each is sent as its own source text, so none may use anything outside itself.
 * The page is laid out in CSS columns of a page's size: the engine that fragments columns also fragments pages.
 */

/**
 * Loads every font and then shows the book: fonts that arrive one by one would lay it out again each time, and those
 * that only margins of pages use would not come at all.
 */
export async function showWithFonts(): Promise<void> {
  await Promise.all([...document.fonts].map((face) => face.load()))
  document.documentElement.classList.add('loaded')
}

/** Room for the columns of tables in CSS pixels. */
export interface TableRoom {
  across: number
  /** For those whose columns follow vertical lines. */
  along: number
}

/** Tables wider than the text: their characters shrink to 60 % at most, then words break and columns share the width. */
export function fitTables({ across, along }: TableRoom): TablePlace[] {
  const counts = new Map<Element | null, number>()
  const tables = [...document.querySelectorAll<HTMLElement>('#flow table')].map((table) => {
    const owner = table.parentElement?.closest('[id]') ?? null
    const number = counts.get(owner) ?? 0
    counts.set(owner, number + 1)
    const columns = Math.max(...[...table.querySelectorAll('tr')].map((row) => row.children.length), 1)
    const size = Number.parseFloat(getComputedStyle(table).fontSize)
    const isAlong = getComputedStyle(table).writingMode === 'vertical-rl'
    const length = (): number => (isAlong ? table.scrollHeight : table.scrollWidth)
    const needed = Math.max(length(), columns * size * 4.5)
    const room = isAlong ? along : across
    return { table, place: { owner: owner?.id ?? '', number }, needed, room, length }
  })
  // All are measured before any is changed, or each would be laid out again by itself.
  const wide = tables.filter(({ needed, room }) => needed > room + 1)
  for (const { table, needed, room } of wide) {
    table.style.setProperty('--table-scale', String(Math.max(0.6, room / needed)))
  }
  const crushed = wide.filter(({ room, length }) => length() > room + 1)
  for (const { table } of crushed) table.classList.add('crushed')
  return wide.map(({ place }) => place)
}

/** A table by the innermost element with an id around it, and its number among the tables there. */
export interface TablePlace {
  owner: string
  number: number
}

/** Widths of the printed images in CSS pixels, by their addresses. */
export function imageWidths(): { path: string; width: number }[] {
  return [...document.querySelectorAll<HTMLImageElement>('#flow img')].map((image) => {
    // The image keeps its proportions in whatever box it has.
    const { width, height } = image.getBoundingClientRect()
    const fitted = image.naturalHeight > 0 ? (height * image.naturalWidth) / image.naturalHeight : width
    return { path: decodeURIComponent(new URL(image.src).pathname), width: Math.min(width, fitted) }
  })
}

export interface FlowMeasure {
  /** Pages of the flow. */
  pages: number
  /** First page of each sheet. */
  sheets: number[]
  /** Page of each asked id; −1 where it is not in the document. */
  targets: number[]
}

/** On which page of the flow, counted from 0, each sheet and each asked id begins. `pitch` is two lengths of a line. */
export function measureFlow(ids: string[], pitch: number): FlowMeasure {
  const flow = document.getElementById('flow') as HTMLElement
  // Columns follow one another along the lines: to the right, or downwards where lines are vertical.
  const side = getComputedStyle(flow).writingMode === 'vertical-rl' ? 'top' : 'left'
  const origin = flow.getBoundingClientRect()[side]
  const pageAt = (place: number): number => Math.floor((place - origin + pitch / 4) / pitch)
  const pageOf = (element: Element | null): number => {
    const rect = element?.getClientRects()[0]
    return rect ? pageAt(rect[side]) : -1
  }
  const sheets = [...flow.children].filter((child) => child.classList.contains('sheet')).map(pageOf)
  const targets = ids.map((id) => pageOf(document.getElementById(id)))
  const end = document.getElementById('flow-end') as HTMLElement
  return { pages: pageOf(end) + 1, sheets, targets }
}

export interface Filling {
  /** Text of every single page number by the id it refers to. */
  labels: Record<string, string>
  /** Numbers of each index entry, in the order of the entries. */
  entries: { id?: string; text: string; primary: boolean }[][]
}

/** Fills in page numbers; doing it again replaces what was there. In vertical lines each number takes one square. */
export function fillNumbers({ labels, entries }: Filling): void {
  const flow = document.getElementById('flow') as HTMLElement
  const isVertical = getComputedStyle(flow).writingMode === 'vertical-rl'
  for (const place of document.querySelectorAll<HTMLElement>('span[data-locator]')) {
    fill(place, labels[place.dataset['locator'] ?? ''] ?? '')
  }
  for (const [at, list] of [...document.querySelectorAll('.locators')].entries()) {
    list.replaceChildren(
      ...(entries[at] ?? []).flatMap(({ id, text, primary }, index) => {
        const link = document.createElement('a')
        if (id !== undefined) link.href = `#${id}`
        link.className = primary ? 'locator primary' : 'locator'
        fill(link, text)
        return index === 0 ? [link] : [isVertical ? '、' : ', ', link]
      }),
    )
  }

  // A box that is read across keeps the room it had without its numbers, unless it is made anew.
  const boxes = [...document.querySelectorAll<HTMLElement>('#flow .across:has([data-locator])')]
  if (boxes.length > 0) {
    for (const box of boxes) box.style.display = 'none'
    flow.getBoundingClientRect()
    for (const box of boxes) box.style.removeProperty('display')
  }

  function fill(place: HTMLElement, text: string): void {
    const parts = (isVertical ? text.split(/([\da-z]+)/u) : [text]).filter((part) => part !== '')
    place.replaceChildren(
      ...parts.map((part) => (/^[\da-z]{1,3}$/u.test(part) && isVertical ? square(part) : part)),
    )
  }

  function square(text: string): HTMLElement {
    const span = document.createElement('span')
    span.className = 'tcy'
    span.textContent = text
    return span
  }
}

export interface PrintPreparation {
  /** Blank pages before each sheet. */
  blanks: number[]
  /** Rules of the pages: sizes, margins, heads and numbers. */
  css: string
  /** Ids whose page is checked after printing, beside those that are linked anyway. */
  checked: string[]
}

/** Leaves the columns, inserts blank pages and the rules of the pages. */
export function prepareForPrint({ blanks, css, checked }: PrintPreparation): void {
  document.documentElement.classList.remove('measuring')
  document.documentElement.classList.add('printing')
  for (const blank of document.querySelectorAll('.blank-page')) blank.remove()
  const sheets = document.querySelectorAll('#flow > .sheet')
  for (const [at, sheet] of sheets.entries()) {
    for (let count = 0; count < (blanks[at] ?? 0); count++) {
      const blank = document.createElement('div')
      blank.className = 'blank-page'
      sheet.before(blank)
    }
  }
  const rules = document.getElementById('page-rules') as HTMLStyleElement
  rules.textContent = css
  const anchors = document.getElementById('checked-places') as HTMLElement
  anchors.replaceChildren(
    ...checked.map((id) => {
      const link = document.createElement('a')
      link.href = `#${id}`
      return link
    }),
  )
}
