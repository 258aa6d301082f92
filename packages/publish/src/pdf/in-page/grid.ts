/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Functions that run inside the page, as in `layout.ts`: none may use anything outside itself. */

/**
 * Readings and emphasis dots in the first line of a point or paragraph push it down where there is no leading above
 * it: this raises it again. Says whether anything has changed.
 */
export function raiseAnnotated(line: number): boolean {
  const blocks = [...document.querySelectorAll<HTMLElement>('#flow :is(li, p):has(ruby, em)')].filter(
    (block) => !block.closest('table, figure, .opener') && !block.querySelector('table, figure, pre'),
  )
  const plain = [
    ...document.querySelectorAll('.chapter :is(li, p):not(:has(*), .opener *, table *, figure *)'),
  ]
  const rooms = new Map<number, number>()
  const raised = (block: HTMLElement): number => -Number.parseFloat(block.style.top) || 0
  const wrong = blocks
    .map((block) => ({ block, push: firstLinePush(block) }))
    .filter(({ block, push }) => Math.abs(raised(block) - push) > 0.05)
  for (const { block, push } of wrong) {
    Object.assign(block.style, { position: 'relative', top: `${-push}px`, marginBottom: `${-push}px` })
  }
  return wrong.length > 0

  function firstLinePush(block: Element): number {
    const first = firstText(block)
    if (!first) return 0
    const push = first.below - usualRoom(first.height)
    // Less comes from another font at the head of the line.
    return push > 0.5 && push < line * 0.35 ? push : 0
  }

  /** How far text of a height stands below the head of its block where nothing pushes it. */
  function usualRoom(height: number): number {
    const known = rooms.get(height)
    if (known !== undefined) return known
    const like = plain.find((block) => firstText(block)?.height === height)
    const room = (like && firstText(like)?.below) ?? (line - height) / 2
    rooms.set(height, room)
    return room
  }

  function firstText(block: Element): { below: number; height: number } | undefined {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode)
      const first = range.getClientRects()[0]
      if (first) return { below: first.top - (block.getClientRects()[0]?.top ?? 0), height: first.height }
    }
    return
  }
}

/**
 * Pads what does not stand on the lines' grid (images, tables, code), so that the text below it does, and keeps
 * short ones together. Says whether anything has changed: then another page may end inside of such a block.
 */
export function alignToGrid(line: number): boolean {
  const inside = 'table, figure, pre'
  let changed = false
  const isOff = (rest: number): boolean => rest > 0.05 && line - rest > 0.05
  const set = (block: HTMLElement, name: string, pad: number): void => {
    if (Math.abs(padOf(block, name) - pad) < 0.05) return
    block.style.setProperty(name, `${pad}px`)
    changed = true
  }
  for (const opener of document.querySelectorAll('.opener:has(> h1 + *)')) {
    const title = opener.querySelector<HTMLElement>(':scope > h1') as HTMLElement
    const next = title.nextElementSibling as Element
    const height = next.getBoundingClientRect().top - opener.getBoundingClientRect().top
    const rest = (height - padOf(title, '--title-pad')) % line
    set(title, '--title-pad', isOff(rest) ? line - rest : 0)
  }
  const blocks = [...document.querySelectorAll<HTMLElement>(`.opener, ${inside}, .link-list > li`)]
  const outer = blocks.filter((block) => !block.parentElement?.closest(inside))
  const measured = outer.map((block) => {
    const rects = [...block.getClientRects()]
    // Where a page ends inside of the block, what stands on the last page counts.
    const last = rects.at(-1)?.height ?? 0
    const isInside = block.matches(inside)
    const rest = (isInside ? last : last - padOf(block, '--grid-pad')) % line
    const missing = isOff(rest) ? line - rest : 0
    const isShort = isInside && rects.reduce((sum, { height }) => sum + height, 0) <= line * 8
    // A little room at least; and a margin swallows that of what follows.
    const room = missing < line * 0.3 ? missing + line : missing
    return { block, isShort, pad: isInside ? room + marginAfter(block) : missing }
  })
  for (const { block, isShort, pad } of measured) {
    set(block, '--grid-pad', pad)
    if (isShort) block.classList.add('together')
  }
  return changed

  function padOf(block: HTMLElement, name: string): number {
    return Number.parseFloat(block.style.getPropertyValue(name)) || 0
  }

  function marginAfter(block: Element): number {
    let next: Element | null = block
    while (next && !next.nextElementSibling && !next.classList.contains('sheet')) next = next.parentElement
    next = next?.nextElementSibling ?? null
    let margin = 0
    for (; next; next = next.firstElementChild) {
      margin = Math.max(margin, Number.parseFloat(getComputedStyle(next).marginTop) || 0)
    }
    return margin
  }
}
