/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page as its own source text, so it uses nothing outside itself. */

export interface PageParts {
  aside: 'lines' | 'cue' | 'none'
  labels: { memo: string; cue: string; summary: string }
  /** CSS pixels between ruled lines. */
  rule: number
  /** Sizes to try for a handout that leaves its only page half empty, largest first. */
  scales: number[]
}

/** What became of one handout. */
export interface LaidHandout {
  id: string
  pages: number
  /** Index of the page that each id stands on. */
  places: Record<string, number>
  /** Images by address: their own width and that of the column, in CSS pixels. */
  images: { path: string; natural: number; column: number }[]
}

/**
 * Cuts every handout into pages: notes in columns, at the foot what they refer to, lines in what stays free. The
 * browser's own column breaking decides where a page ends; all behind its last column goes to the next page.
 */
export async function paginateHandouts(parts: PageParts): Promise<LaidHandout[]> {
  interface Page {
    root: HTMLElement
    body: HTMLElement
    area: HTMLElement
    columns: HTMLElement
    foot: HTMLElement
    number: HTMLElement
  }
  const sheets = [...document.querySelectorAll<HTMLElement>('#flow > .sheet')]
  document.body.getBoundingClientRect()
  await document.fonts.ready
  for (const sheet of sheets) sheet.hidden = true
  const laid = sheets.map((sheet) => {
    sheet.hidden = false
    const result = layOut(sheet)
    sheet.hidden = true
    return result
  })
  for (const sheet of sheets) sheet.hidden = false
  document.documentElement.classList.replace('measuring', 'printing')
  return laid

  function layOut(sheet: HTMLElement): LaidHandout {
    const title = sheet.querySelector('.title-block') as HTMLElement
    const notes = sheet.querySelector('.notes') as HTMLElement
    const pool = sheet.querySelector('.foot-pool') as HTMLElement
    const items = new Map(
      [...pool.children].map((item) => [(item as HTMLElement).dataset['footItem'] ?? '', item]),
    )
    numberItems(notes)
    let rest: Node = fragmentOf(notes)
    for (const part of [title, notes, pool]) part.remove()
    const pages: Page[] = []
    for (;;) {
      const page = addPage(sheet, pages.length === 0 ? title : undefined)
      pages.push(page)
      page.columns.append(rest)
      placeFeet(page, items)
      if (!overflows(page)) break
      rest = cutBehind(page)
    }
    const last = pages.at(-1) as Page
    if (pages.length === 1) enlarge(sheet, last)
    for (const page of pages.slice(0, -1)) fillAside(page)
    fillRest(last)
    fillAside(last)
    const places: Record<string, number> = {}
    for (const [index, page] of pages.entries()) {
      page.number.textContent = `${index + 1} / ${pages.length}`
      for (const { id } of page.columns.querySelectorAll('[id]')) places[id] = index
    }
    const images = [...sheet.querySelectorAll('img')].map((image) => ({
      path: decodeURIComponent(new URL(image.src).pathname),
      natural: image.naturalWidth,
      column: columnWidth(last),
    }))
    return { id: sheet.id, pages: pages.length, places, images }
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
    return { root, body, area, columns, foot, number }
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
    setHeight(page, 0)
    setHeight(page, page.area.clientHeight)
  }

  function setHeight({ columns }: Page, height: number): void {
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

  /** Takes away and gives what stands behind the last column of a page. */
  function cutBehind(page: Page): Node {
    const { columns } = page
    let start = firstBehind(page)
    if (start && isFirst(start.node, start.offset, columns)) {
      columns.classList.add('loose')
      start = firstBehind(page)
    }
    const range = document.createRange()
    range.selectNodeContents(columns)
    if (!start || isFirst(start.node, start.offset, columns)) {
      // One thing that no page can hold: it stands alone.
      if (columns.firstElementChild) range.setStartAfter(columns.firstElementChild)
    } else range.setStart(start.node, start.offset)
    let depth = 0
    for (let node: Node | null = range.startContainer; node && node !== columns; node = node.parentNode) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue
      depth++
      if (range.startContainer.nodeType === Node.TEXT_NODE) (node as Element).classList.add('cut')
    }
    const rest = range.extractContents()
    let spine: Node | null = rest.firstChild
    for (; depth > 0 && spine instanceof Element; depth--) {
      spine.classList.remove('cut')
      spine.classList.add('continued')
      spine.removeAttribute('id')
      spine = spine.firstChild
    }
    return rest
  }

  interface Place {
    node: Node
    offset: number
  }

  /** Where the text behind the last column begins, as far out of its blocks as they begin there too. */
  function firstBehind(page: Page): Place | undefined {
    const { columns } = page
    const limit = rightOf(page)
    const walker = document.createTreeWalker(columns, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.firstChild === null && node.tagName !== 'BR' && node.tagName !== 'WBR') {
          const rect = node.getBoundingClientRect()
          if (rect.height > 0 && rect.left >= limit) return outermost(node.parentNode as Node, indexOf(node))
        }
        continue
      }
      const text = node as Text
      if (text.data.trim() === '') continue
      range.selectNodeContents(text)
      const rects = [...range.getClientRects()]
      if (!rects.some(({ left }) => left >= limit)) continue
      const whole = text.parentElement?.closest(columns.classList.contains('loose') ? 'ruby' : 'ruby, tr')
      if (whole) return outermost(whole.parentNode as Node, indexOf(whole))
      let [low, high] = [0, text.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (isBehind(middle)) high = middle
        else low = middle + 1
      }
      return outermost(text, low)

      function isBehind(at: number): boolean {
        for (let index = at; index < text.length; index++) {
          range.setStart(text, index)
          range.setEnd(text, index + 1)
          const rect = range.getClientRects()[0]
          if (rect) return rect.left >= limit
        }
        return true
      }
    }
    return

    function outermost(node: Node, offset: number): Place {
      if (node === columns || !startsIn(node, offset)) return { node, offset }
      return outermost(node.parentNode as Node, indexOf(node))
    }
  }

  function indexOf(node: Node): number {
    return [...(node.parentNode as Node).childNodes].indexOf(node as ChildNode)
  }

  /** Whether nothing that is seen stands in the node before the place. */
  function startsIn(node: Node, offset: number): boolean {
    if (node instanceof Text) return node.data.slice(0, offset).trim() === ''
    return [...node.childNodes]
      .slice(0, offset)
      .every((child) => child.textContent?.trim() === '' && !isSeen(child))
  }

  function isSeen(node: Node): boolean {
    return (
      node instanceof Element &&
      (node.matches('img, hr, svg, .box') || node.querySelector('img, hr, svg, .box') !== null)
    )
  }

  function isFirst(node: Node, offset: number, columns: Element): boolean {
    return (
      startsIn(node, offset) && (node === columns || isFirst(node.parentNode as Node, indexOf(node), columns))
    )
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

  /** Columns of one height, and lines to write on below them. */
  function fillRest(page: Page): void {
    const { area, columns } = page
    const full = columns.style.height
    columns.style.height = 'auto'
    columns.style.columnFill = 'balance'
    if (columns.offsetHeight > area.clientHeight || overflows(page)) {
      columns.style.height = full
      columns.style.columnFill = 'auto'
      return
    }
    const memo = make('div', 'page-memo', area)
    make('p', 'writing-label', memo).textContent = parts.labels.memo
    if (memo.offsetTop - area.offsetTop + parts.rule * 3 > area.clientHeight) memo.remove()
    else addRules(memo)
  }

  function fillAside({ root, body }: Page): void {
    const lines = body.querySelector<HTMLElement>('.page-aside.lines')
    if (lines) addRules(lines)
    const cue = body.querySelector<HTMLElement>('.page-aside.cue')
    if (cue) make('p', 'writing-label', cue).textContent = parts.labels.cue
    const summary = root.querySelector<HTMLElement>('.page-summary')
    if (summary) addRules(summary)
  }

  function addRules(box: HTMLElement): void {
    const label = box.firstElementChild
    const used = label ? label.getBoundingClientRect().bottom - box.getBoundingClientRect().top : 0
    const room = (box.classList.contains('page-memo') ? restOf(box) : box.clientHeight) - used
    const count = Math.floor(room / parts.rule)
    const width = box.clientWidth
    // Borders are never thinner than a pixel; strokes are.
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    drawing.setAttribute('class', 'rules')
    drawing.setAttribute('aria-hidden', 'true')
    drawing.setAttribute('height', String(count * parts.rule))
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const lines = Array.from({ length: count }, (_, at) => `M0 ${(at + 1) * parts.rule}H${width}`)
    path.setAttribute('d', lines.join(''))
    drawing.append(path)
    box.append(drawing)
  }

  function restOf(box: HTMLElement): number {
    const area = (box.parentElement as HTMLElement).getBoundingClientRect()
    return area.bottom - box.getBoundingClientRect().top
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

/** Shows one handout alone, or all of them; the first page that is shown begins no new page. */
export function showHandouts(id: string | null): void {
  let first = true
  for (const sheet of document.querySelectorAll<HTMLElement>('#flow > .sheet')) {
    sheet.hidden = id !== null && sheet.id !== id
    sheet.classList.toggle('first-shown', first && !sheet.hidden)
    if (!sheet.hidden) first = false
  }
}
