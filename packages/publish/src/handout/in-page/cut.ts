/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page as its own source text, so it uses nothing outside itself. */

/** Takes away and gives what stands behind the last column of a page. */
export function cutBehind(columns: HTMLElement): Node {
  let start = firstBehind()
  if (start && isFirst(start.node, start.offset, columns)) {
    columns.classList.add('loose')
    start = firstBehind()
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
  const heads = headsAround(range.startContainer)
  const rest = range.extractContents()
  let spine: Node | null = rest.firstChild
  for (; depth > 0 && spine instanceof Element; depth--) {
    if (spine instanceof HTMLTableElement && !spine.tHead) repeatHead(spine)
    spine.classList.remove('cut')
    spine.classList.add('continued')
    spine.removeAttribute('id')
    spine = spine.firstChild
  }
  return rest

  function repeatHead(table: HTMLTableElement): void {
    const head = heads.shift()
    if (!(head instanceof Element)) return
    head.classList.add('repeated')
    for (const part of head.querySelectorAll('[id]')) part.removeAttribute('id')
    for (const link of head.querySelectorAll('a')) link.replaceWith(...link.childNodes)
    table.prepend(head)
  }

  /** Heads of the tables that are cut, outermost first. */
  function headsAround(node: Node): Node[] {
    const heads: Node[] = []
    for (let at: Node | null = node; at && at !== columns; at = at.parentNode) {
      if (at instanceof HTMLTableElement && at.tHead) heads.unshift(at.tHead.cloneNode(true))
    }
    return heads
  }

  interface Place {
    node: Node
    offset: number
  }

  /** Where the text behind the last column begins, as far out of its blocks as they begin there too. */
  function firstBehind(): Place | undefined {
    const limit = columns.getBoundingClientRect().right + 2
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
}
