/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page as its own source text, so it uses nothing outside itself. */

import type { Filling } from './fill.ts'

export interface PageParts {
  aside: 'lines' | 'cue' | 'none'
  labels: { memo: string; cue: string; summary: string }
  /** CSS pixels between ruled lines. */
  rule: number
  /** Code of so many lines stays in one column. */
  shortCode: number
  /** Sizes to try for a handout that leaves its only page half empty, largest first. */
  scales: number[]
  /** Description of what is no content. */
  artifact: string
  /** A last page of which notes fill less than this part is given larger text, too. */
  sparse: number
  /** Closer settings to try for a handout whose last page holds a few lines, the widest first. */
  tight: Tightness[]
}

/** A closer setting: sizes of text and lines, and how much less room that takes. */
export interface Tightness {
  scale: number
  leading: number
  room: number
}

/** What became of one handout. */
export interface LaidHandout {
  id: string
  pages: number
  /** Where each id stands: the index of its page, and CSS pixels below the page's upper edge. */
  places: Record<string, { page: number; y: number }>
  /** Images by address: their own width and that of the column, in CSS pixels. */
  images: { path: string; natural: number; column: number }[]
}

/**
 * Cuts every handout into pages: notes in columns, at the foot what they refer to, lines in what stays free. The
 * browser's own column breaking decides where a page ends; all behind its last column goes to the next page.
 */
export async function paginateHandouts(
  parts: PageParts,
  cutBehind: (columns: HTMLElement) => Node,
  fillPage: (page: HTMLElement, filling: Filling) => void,
): Promise<LaidHandout[]> {
  interface Page {
    root: HTMLElement
    area: HTMLElement
    columns: HTMLElement
    foot: HTMLElement
    number: HTMLElement
  }
  const sheets = [...document.querySelectorAll<HTMLElement>('#flow > .sheet')]
  // Nothing is shown yet, so that nothing asks for fonts.
  await Promise.all([...document.fonts].map((font) => font.load()))
  const laid = sheets.map((sheet) => {
    sheet.classList.add('shown')
    const result = layOut(sheet)
    sheet.classList.remove('shown')
    return result
  })
  document.documentElement.classList.replace('measuring', 'printing')
  return laid

  function layOut(sheet: HTMLElement): LaidHandout {
    numberItems(sheet)
    // A few lines of code in two boxes read badly.
    for (const code of sheet.querySelectorAll('pre')) {
      if ((code.textContent ?? '').trim().split('\n').length <= parts.shortCode) code.classList.add('whole')
    }
    const stock = [...sheet.children].map((part) => part.cloneNode(true))
    let pages = cutPages(sheet)
    if (pages.length === 1) enlarge(sheet, pages[0] as Page)
    else pages = spread(sheet, pages, stock)
    const last = pages.at(-1) as Page
    const { labels, rule } = parts
    for (const page of pages) fillPage(page.root, { labels, rule, isLast: page === last })
    const places: LaidHandout['places'] = {}
    for (const [index, page] of pages.entries()) {
      page.number.textContent = `${index + 1} / ${pages.length}`
      const { top } = page.root.getBoundingClientRect()
      for (const part of page.columns.querySelectorAll('[id]'))
        places[part.id] = { page: index, y: part.getBoundingClientRect().top - top }
    }
    // What every page shows again is not read aloud.
    for (const part of sheet.querySelectorAll('.page-head, .page-folio, .repeated')) {
      part.setAttribute('role', 'figure')
      part.setAttribute('aria-label', parts.artifact)
    }
    const images = [...sheet.querySelectorAll('img')].map((image) => ({
      path: decodeURIComponent(new URL(image.src).pathname),
      natural: image.naturalWidth,
      column: columnWidth(last),
    }))
    return { id: sheet.id, pages: pages.length, places, images }
  }

  function cutPages(sheet: HTMLElement): Page[] {
    const title = sheet.querySelector('.title-block') as HTMLElement
    const notes = sheet.querySelector('.notes') as HTMLElement
    const pool = sheet.querySelector('.foot-pool') as HTMLElement
    const items = new Map(
      [...pool.children].map((item) => [(item as HTMLElement).dataset['footItem'] ?? '', item]),
    )
    let rest: Node = fragmentOf(notes)
    for (const part of [title, notes, pool]) part.remove()
    const pages: Page[] = []
    for (;;) {
      const page = addPage(sheet, pages.length === 0 ? title : undefined)
      pages.push(page)
      // Columns have their height before they are filled: the browser breaks them once.
      resize(page)
      page.columns.append(rest)
      placeFeet(page, items)
      if (!overflows(page)) return pages
      rest = cutBehind(page.columns)
    }
  }

  /**
   * A few lines on a last page are pulled in where a closer setting makes room for them; where none does, larger text
   * brings more lines to them.
   */
  function spread(sheet: HTMLElement, pages: Page[], stock: Node[]): Page[] {
    const full = pages.length - 1
    const used = usedOf(pages.at(-1) as Page)
    // Columns end where their lines do, so that what fits is found by trying.
    const room = (full / (full + used)) * 1.03
    const fitting = parts.tight.filter((each) => each.room <= room)
    for (const { scale, leading } of fitting) {
      const closer = again(scale, String(leading))
      if (closer.length < pages.length) return closer
    }
    const growing = used > parts.sparse ? [] : parts.scales.filter((scale) => fits(scale ** 2))
    for (const scale of growing) {
      const larger = again(scale, '')
      if (larger.length === pages.length) return larger
    }
    return fitting.length + growing.length > 0 ? again(1, '') : pages

    function fits(growth: number): boolean {
      return (full + used) * growth < pages.length
    }

    function again(scale: number, leading: string): Page[] {
      sheet.style.setProperty('--scale', String(scale))
      sheet.style.setProperty('--leading', leading)
      sheet.replaceChildren(...stock.map((part) => part.cloneNode(true)))
      return cutPages(sheet)
    }
  }

  /** How much of a page's room its notes fill, from 0 to 1. */
  function usedOf(page: Page): number {
    const { columns, area } = page
    const { height } = columns.style
    columns.style.height = 'auto'
    columns.style.columnFill = 'balance'
    const used = columns.offsetHeight / area.clientHeight
    columns.style.height = height
    columns.style.columnFill = ''
    return used
  }

  function addPage(sheet: HTMLElement, title: HTMLElement | undefined): Page {
    const root = make('div', 'page', sheet)
    if (title) root.append(title)
    else make('p', 'page-head', root).textContent = sheet.dataset['title'] ?? ''
    const body = make('div', 'page-body', root)
    if (parts.aside === 'cue') make('div', 'page-aside cue', body)
    const area = make('div', 'page-area', body)
    const columns = make('div', 'page-columns', area)
    if (parts.aside === 'lines') make('div', 'page-aside lines', body)
    if (parts.aside === 'cue') {
      const summary = make('div', 'page-summary', root)
      make('p', 'writing-label', summary).textContent = parts.labels.summary
    }
    const foot = make('div', 'page-foot', root)
    foot.hidden = true
    const folio = make('p', 'page-folio', root)
    make('span', 'page-event', folio).textContent = sheet.dataset['event'] ?? ''
    const number = make('span', 'page-number', folio)
    return { root, area, columns, foot, number }
  }

  /** The foot grows with what the page refers to, and takes room from the notes: what then falls off is not shown. */
  function placeFeet(page: Page, items: Map<string, Element>): void {
    resize(page)
    const wanted = referred(page)
    setFoot(wanted)
    resize(page)
    const kept = referred(page)
    if (kept.length < wanted.length) {
      const height = page.columns.style.height
      setFoot(kept)
      resize(page)
      // The room that is free again may bring a reference back; then it stays free.
      if (referred(page).length !== kept.length) setHeight(page, Number.parseFloat(height))
    }
    for (const key of kept) items.delete(key)

    function referred({ columns }: Page): string[] {
      const limit = rightOf(page)
      const found = new Set<string>()
      for (const reference of columns.querySelectorAll<HTMLElement>('[data-foot]')) {
        const rect = reference.getClientRects()[0]
        const key = reference.dataset['foot'] ?? ''
        if (rect && rect.left < limit && items.has(key)) found.add(key)
      }
      return [...found]
    }

    function setFoot(keys: string[]): void {
      page.foot.replaceChildren(...keys.map((key) => items.get(key) as Element))
      page.foot.hidden = keys.length === 0
    }
  }

  function resize(page: Page): void {
    setHeight(page, page.area.clientHeight)
  }

  function setHeight({ columns }: Page, height: number): void {
    if (columns.style.height === `${height}px`) return
    columns.style.height = `${height}px`
    columns.style.setProperty('--column-height', `${height}px`)
  }

  function overflows({ columns }: Page): boolean {
    return columns.scrollWidth > columns.clientWidth + 2
  }

  function rightOf({ columns }: Page): number {
    return columns.getBoundingClientRect().right + 2
  }

  function columnWidth({ columns }: Page): number {
    const { columnGap } = getComputedStyle(columns)
    return (columns.clientWidth - (Number.parseFloat(columnGap) || 0)) / 2
  }

  /** A short handout is set larger, as far as it stays on its page. */
  function enlarge(sheet: HTMLElement, page: Page): void {
    for (const scale of parts.scales) {
      sheet.style.setProperty('--scale', String(scale))
      resize(page)
      if (!overflows(page)) return
    }
    sheet.style.removeProperty('--scale')
    resize(page)
  }

  /** A list that is cut goes on with its own numbers. */
  function numberItems(root: HTMLElement): void {
    for (const list of root.querySelectorAll<HTMLOListElement>('ol')) {
      let number = list.start
      for (const item of list.children) {
        if (!(item instanceof HTMLLIElement)) continue
        number = item.hasAttribute('value') ? item.value : number
        item.value = number++
      }
    }
  }

  function fragmentOf(parent: HTMLElement): DocumentFragment {
    const fragment = document.createDocumentFragment()
    fragment.append(...parent.childNodes)
    return fragment
  }

  function make(tag: string, className: string, parent: HTMLElement): HTMLElement {
    const made = document.createElement(tag)
    made.className = className
    parent.append(made)
    return made
  }
}
