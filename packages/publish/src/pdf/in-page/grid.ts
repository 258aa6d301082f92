/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

/**
 * Puts the text on the grid of lines: first lines that readings or emphasis dots push down are raised, and what does
 * not stand on the grid (images, tables, code, openers) is padded, so that the text below it does. Short ones are
 * kept together. Says whether anything has changed: then another page may end inside of such a block, and it is to
 * be done again.
 *
 * Everything is read before anything is written: each change between two readings lays out the whole book.
 */
export function alignToGrid(line: number): boolean {
  const flow = document.getElementById('flow') as HTMLElement
  const isVertical = getComputedStyle(flow).writingMode === 'vertical-rl'
  const inside = '.across, table, figure, pre'
  const writes = [...raiseAnnotated(), ...padOpeners(), ...padBlocks()]
  for (const write of writes) write()
  return writes.length > 0

  /** Where there is no leading above the first line of a point or paragraph, what stands above it pushes it down. */
  function raiseAnnotated(): (() => void)[] {
    const annotated = [...document.querySelectorAll<HTMLElement>('#flow :is(li, p):has(ruby, em)')].filter(
      (block) => !block.closest('table, figure, .opener') && !block.querySelector('table, figure, pre'),
    )
    const rooms = new Map<number, number>()
    return annotated.flatMap((block) => {
      const first = firstText(block)
      const found = first ? first.below - usualRoom(first.height, rooms) : 0
      // Less comes from another font at the head of the line.
      const push = found > 0.5 && found < line * 0.35 ? found : 0
      const raised = -Number.parseFloat(block.style.insetBlockStart) || 0
      if (Math.abs(raised - push) <= 0.05) return []
      const style = { position: 'relative', insetBlockStart: `${-push}px`, marginBlockEnd: `${-push}px` }
      return [() => Object.assign(block.style, style)]
    })
  }

  /** How far text of a height stands below the head of its block where nothing pushes it. */
  function usualRoom(height: number, known: Map<number, number>): number {
    let room = known.get(height)
    if (room === undefined) {
      const like = plain().find((block) => firstText(block)?.height === height)
      room = (like && firstText(like)?.below) ?? (line - height) / 2
      known.set(height, room)
    }
    return room
  }

  function plain(): Element[] {
    return [...document.querySelectorAll('.chapter :is(li, p):not(:has(*), .opener *, table *, figure *)')]
  }

  function firstText(block: Element): { below: number; height: number } | undefined {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode)
      const first = range.getClientRects()[0]
      if (!first) continue
      // A block may begin with nothing at the end of the page before.
      const around = [...block.getClientRects()].find((rect) => isOnSamePage(first, rect))
      return { below: around ? distance(around, first) : 0, height: depth(first) }
    }
    return
  }

  /** What stands below the title of an opener begins on a line, and so does what follows the opener. */
  function padOpeners(): (() => void)[] {
    return [...document.querySelectorAll<HTMLElement>('.opener')].flatMap((opener) => {
      const own = depth([...opener.getClientRects()].at(-1)) - padOf(opener, '--grid-pad')
      const title = opener.querySelector<HTMLElement>(':scope > h1')
      const next = title?.nextElementSibling
      if (!title || !next) return padding(opener, '--grid-pad', missing(own))
      const before = padOf(title, '--title-pad')
      const above = distance(opener.getBoundingClientRect(), next.getBoundingClientRect()) - before
      const below = missing(above)
      return [
        ...padding(title, '--title-pad', below),
        ...padding(opener, '--grid-pad', missing(own - before + below)),
      ]
    })
  }

  function padBlocks(): (() => void)[] {
    const blocks = [...document.querySelectorAll<HTMLElement>(`${inside}, .link-list > li`)]
    const outer = blocks.filter((block) => !block.parentElement?.closest(inside))
    return outer.flatMap((block) => {
      const rects = [...block.getClientRects()]
      // Where a page ends inside of the block, what stands on the last page counts.
      const last = depth(rects.at(-1))
      if (!block.matches(inside))
        return padding(block, '--grid-pad', missing(last - padOf(block, '--grid-pad')))
      // The lines run on beside it.
      if (block.classList.contains('beside'))
        return padding(block, '--grid-pad', missing(last + marginBefore(block)))
      const isShort = rects.reduce((sum, rect) => sum + depth(rect), 0) <= line * 8
      const keep = isShort && !block.classList.contains('together')
      // A little room at least; and a margin swallows that of what follows.
      const rest = missing(last)
      const room = rest < line * 0.3 ? rest + line : rest
      return [
        ...padding(block, '--grid-pad', room + marginAfter(block)),
        ...(keep ? [() => block.classList.add('together')] : []),
      ]
    })
  }

  /** The size across the lines, which is the width where these are vertical. */
  function depth(rect: DOMRect | undefined): number {
    return rect ? (isVertical ? rect.width : rect.height) : 0
  }

  /** How far a box begins behind another, across the lines. */
  function distance(outer: DOMRect, inner: DOMRect): number {
    return isVertical ? outer.right - inner.right : inner.top - outer.top
  }

  /** Pages lie beside one another along the lines. */
  function isOnSamePage(one: DOMRect, other: DOMRect): boolean {
    if (isVertical) return one.top < other.bottom && one.bottom > other.top
    return one.left < other.right && one.right > other.left
  }

  /** What a depth lacks to whole lines. */
  function missing(size: number): number {
    const rest = size % line
    return rest > 0.05 && line - rest > 0.05 ? line - rest : 0
  }

  function padding(block: HTMLElement, name: string, pad: number): (() => void)[] {
    if (Math.abs(padOf(block, name) - pad) < 0.05) return []
    return [() => block.style.setProperty(name, `${pad}px`)]
  }

  function padOf(block: HTMLElement, name: string): number {
    return Number.parseFloat(block.style.getPropertyValue(name)) || 0
  }

  function marginBefore(block: Element): number {
    return Number.parseFloat(getComputedStyle(block).marginBlockStart) || 0
  }

  function marginAfter(block: Element): number {
    let next: Element | null = block
    while (next && !next.nextElementSibling && !next.classList.contains('sheet')) next = next.parentElement
    next = next?.nextElementSibling ?? null
    let margin = 0
    for (; next; next = next.firstElementChild) {
      margin = Math.max(margin, marginBefore(next))
    }
    return margin
  }
}
