/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * Functions that run inside the page. Each is sent as its own source text, so none may use anything outside itself.
 * The page is laid out in CSS columns of a page's size: the engine that fragments columns also fragments pages.
 */

/** Loads every font that the text and the page margins use. */
export async function loadFonts(marginText: string): Promise<void> {
  const families = ['Noto Serif JP', 'Noto Sans JP', 'M PLUS 1 Code']
  const wanted = families.flatMap((family) => [
    document.fonts.load(`400 12px "${family}"`, marginText),
    document.fonts.load(`700 12px "${family}"`, marginText),
  ])
  await Promise.all(wanted)
  await document.fonts.ready
}

/** Pads what does not stand on the lines' grid (images, tables, code), so that the text below it does. */
export function alignToGrid(line: number): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('.off-grid, table, figure, pre, .qr-list > li')]
  const outer = blocks.filter((block) => !block.parentElement?.closest('table, figure, pre'))
  const heights = outer.map((block) => block.getBoundingClientRect().height)
  for (const [at, block] of outer.entries()) {
    const height = heights[at] ?? 0
    const rest = height % line
    const pad = rest < 0.05 || line - rest < 0.05 ? 0 : line - rest
    if (pad > 0) block.style.setProperty('--grid-pad', `${pad}px`)
  }
}

export interface FlowMeasure {
  /** Pages of the flow. */
  pages: number
  /** First page of each sheet. */
  sheets: number[]
  /** Page of each asked id; −1 where it is not in the document. */
  targets: number[]
}

/** On which page of the flow, counted from 0, each sheet and each asked id begins. `pitch` is two column widths. */
export function measureFlow(ids: string[], pitch: number): FlowMeasure {
  const flow = document.getElementById('flow') as HTMLElement
  const origin = flow.getBoundingClientRect().left
  const pageAt = (left: number): number => Math.floor((left - origin + pitch / 4) / pitch)
  const pageOf = (element: Element | null): number => {
    const rect = element?.getClientRects()[0]
    return rect ? pageAt(rect.left) : -1
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
  entries: { id: string; text: string; primary: boolean }[][]
}

/** Fills in page numbers; doing it again replaces what was there. */
export function fillNumbers({ labels, entries }: Filling): void {
  for (const place of document.querySelectorAll<HTMLElement>('span[data-locator]')) {
    place.textContent = labels[place.dataset['locator'] ?? ''] ?? ''
  }
  for (const [at, list] of [...document.querySelectorAll('.locators')].entries()) {
    list.replaceChildren(
      ...(entries[at] ?? []).flatMap(({ id, text, primary }, index) => {
        const link = document.createElement('a')
        link.href = `#${id}`
        link.className = primary ? 'locator primary' : 'locator'
        link.textContent = text
        return index === 0 ? [link] : [', ', link]
      }),
    )
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
