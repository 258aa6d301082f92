/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

export interface FigureRoom {
  textHeight: number
  /** What a picture's height is multiplied by at least. */
  least: number
}

/**
 * Makes pictures smaller that a page's end has sent to the next page, where that leaves a large part of the page
 * empty and a little less of height would do. One picture of each sheet at a time, because those behind it move: says
 * whether there was one.
 */
export function fitFigures({ textHeight, least }: FigureRoom): boolean {
  const top = (document.getElementById('flow') as HTMLElement).getBoundingClientRect().top
  const done = new Set<Element>()
  const writes = [...document.querySelectorAll<HTMLElement>('#flow figure:not([data-fitted])')].flatMap(
    (figure) => {
      const sheet = figure.closest('.sheet')
      if (!sheet || done.has(sheet)) return []
      const image = figure.querySelectorAll('img').length === 1 ? figure.querySelector('img') : undefined
      const height = image && fittedHeight(figure, image)
      if (!image || height === undefined) return []
      done.add(sheet)
      return [
        () => {
          image.style.maxHeight = `${height}px`
          figure.dataset['fitted'] = ''
        },
      ]
    },
  )
  for (const write of writes) write()
  return writes.length > 0

  /** The height with which a picture stands on the page before. */
  function fittedHeight(figure: Element, image: HTMLImageElement): number | undefined {
    const box = figure.getBoundingClientRect()
    const first = headOf(figure)
    const start = first.getBoundingClientRect()
    // It stands at the head of a page, with nothing but its heading above it.
    if (Math.abs(start.top - top) > 2 || start.left !== box.left) return
    const before = beforeOf(first)
    const end = before && [...before.getClientRects()].at(-1)
    if (!end || end.left >= start.left) return
    const margin = Number.parseFloat(getComputedStyle(first).marginBlockStart) || 0
    const excess = box.bottom - start.top + margin - (textHeight - (end.bottom - top))
    const { height } = image.getBoundingClientRect()
    const fitted = Math.floor(height - excess) - 1
    return excess > 0 && fitted >= height * least ? fitted : undefined
  }

  /** The first of the headings right above, which go where the figure goes. */
  function headOf(figure: Element): Element {
    let first = figure
    for (;;) {
      const previous = first.previousElementSibling ?? undefined
      if (!previous || !/^H[2-6]$/.test(previous.tagName)) return first
      first = previous
    }
  }

  /** What stands right before an element, on the same level or around it. */
  function beforeOf(element: Element): Element | undefined {
    let inner: Element | null = element
    while (inner && !inner.previousElementSibling && !inner.classList.contains('sheet'))
      inner = inner.parentElement
    const before = inner?.classList.contains('sheet') ? null : inner?.previousElementSibling
    return before ?? undefined
  }
}
