/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page as its own source text, so it uses nothing outside itself. */

export interface Filling {
  labels: { memo: string; cue: string; summary: string }
  /** CSS pixels between ruled lines. */
  rule: number
  /** Whether it is the last page of its handout. */
  isLast: boolean
}

/** Fills a page with lines to write on: beside the notes, in the summary, and below the notes of the last page. */
export function fillPage(page: HTMLElement, { labels, rule, isLast }: Filling): void {
  if (isLast) fillRest()
  for (const box of page.querySelectorAll<HTMLElement>('.page-aside.lines, .page-summary')) {
    addRules(box, box.clientHeight)
  }
  for (const cue of page.querySelectorAll<HTMLElement>('.page-aside.cue')) addLabel(cue, labels.cue)

  /** Columns of one height, and lines below them. */
  function fillRest(): void {
    const columns = page.querySelector('.page-columns') as HTMLElement
    const area = columns.parentElement as HTMLElement
    const full = columns.style.height
    columns.style.height = 'auto'
    columns.style.columnFill = 'balance'
    if (columns.offsetHeight > area.clientHeight || columns.scrollWidth > columns.clientWidth + 2) {
      columns.style.height = full
      columns.style.columnFill = 'auto'
      return
    }
    const memo = document.createElement('div')
    memo.className = 'page-memo'
    area.append(memo)
    addLabel(memo, labels.memo)
    const room = area.getBoundingClientRect().bottom - memo.getBoundingClientRect().top
    if (room < rule * 3) memo.remove()
    else addRules(memo, room)
  }

  function addLabel(box: HTMLElement, text: string): void {
    const label = document.createElement('p')
    label.className = 'writing-label'
    label.textContent = text
    box.append(label)
  }

  function addRules(box: HTMLElement, room: number): void {
    // Borders are never thinner than a pixel; strokes are.
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    drawing.setAttribute('class', 'rules')
    drawing.setAttribute('aria-hidden', 'true')
    drawing.setAttribute('height', '0')
    const width = box.clientWidth
    box.append(drawing)
    const { top } = drawing.getBoundingClientRect()
    // What is ruled below the notes goes on beside them in the same lines.
    const beside = page.querySelector('.page-aside.lines')?.getBoundingClientRect().top ?? top
    const behind = (top - beside) % rule
    const first = behind > rule / 2 ? 2 * rule - behind : rule - behind
    const free = box.getBoundingClientRect().top + room - top - first
    const count = Math.max(0, Math.floor(free / rule) + 1)
    drawing.setAttribute('height', String(count === 0 ? 0 : first + (count - 1) * rule))
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const lines = Array.from({ length: count }, (_, at) => `M0 ${first + at * rule}H${width}`)
    path.setAttribute('d', lines.join(''))
    drawing.append(path)
  }
}
