/// <reference lib="dom" />
/* Runs inside the page; see layout.ts. */

export interface FlowStart {
  /** `id` of the innermost element around the text that the page begins with. */
  id: string
  /** UTF-16 units into that element's text, readings of ruby included, filled-in page numbers left out. */
  offset: number
}

/** Where each page of the flow begins; undefined for a page without text. */
export function flowStarts(pages: number, pitch: number): (FlowStart | null)[] {
  const flow = document.getElementById('flow') as HTMLElement
  const side = getComputedStyle(flow).writingMode === 'vertical-rl' ? 'top' : 'left'
  const origin = flow.getBoundingClientRect()[side]
  const pageAt = (place: number): number => Math.floor((place - origin + pitch / 4) / pitch)
  const isFilled = (node: Node): boolean => node.parentElement?.closest('[data-locator], .locators') != null
  const walker = document.createTreeWalker(flow, NodeFilter.SHOW_TEXT)
  const starts: (FlowStart | null)[] = Array.from({ length: pages }, () => null)
  const range = document.createRange()
  let next = 0
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (next >= pages) break
    if (node.data.trim() === '' || node.parentElement?.closest('rt, svg') || isFilled(node)) continue
    range.selectNodeContents(node)
    const rects = range.getClientRects()
    const last = rects[rects.length - 1]
    const first = rects[0]
    if (!first || !last || pageAt(last[side]) < next) continue
    const from = pageAt(first[side])
    for (let page = Math.max(next, from); page <= pageAt(last[side]); page++) {
      const offset = page === from ? firstLetter(node.data) : offsetOfPage(node, page)
      const owner = node.parentElement?.closest('[id]')
      if (owner && owner !== flow) starts[page] = { id: owner.id, offset: textBefore(owner, node) + offset }
      next = page + 1
    }
  }
  return starts

  function firstLetter(text: string): number {
    return text.length - text.trimStart().length
  }

  /** The first character of the node that stands on the page, found by halving. */
  function offsetOfPage(node: Text, page: number): number {
    let [low, high] = [0, node.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pageOfCharacter(node, middle) < page) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Collapsed white space has no box of its own: it counts as where the character after it stands. */
  function pageOfCharacter(node: Text, at: number): number {
    for (let index = at; index < node.length; index++) {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const rect = range.getClientRects()[0]
      if (rect) return pageAt(rect[side])
    }
    return pages
  }

  function textBefore(owner: Element, node: Text): number {
    const inner = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT)
    let length = 0
    for (
      let each = inner.nextNode() as Text | null;
      each && each !== node;
      each = inner.nextNode() as Text | null
    ) {
      if (!isFilled(each)) length += each.length
    }
    return length
  }
}
