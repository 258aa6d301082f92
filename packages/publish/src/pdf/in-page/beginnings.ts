/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

/**
 * Moves every id to an empty element in front of the first letter. A link leads to the upper left corner of its target,
 * and where pages run from right to left that corner of a long one lies on its last page.
 */
export function markBeginnings(): void {
  const flow = document.getElementById('flow') as HTMLElement
  for (const owner of flow.querySelectorAll<HTMLElement>('[id]:not(#flow-end, svg, svg *)')) {
    const before = firstLetter(owner)
    if (!before || owner.closest('.across')) continue
    const place = document.createElement('span')
    place.id = owner.id
    owner.removeAttribute('id')
    before.before(place)
  }

  /** The first text, or what it may not be parted from. */
  function firstLetter(owner: HTMLElement): ChildNode | undefined {
    const texts = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      if (node.data.trim() === '') continue
      const whole = node.parentElement?.closest<HTMLElement>('ruby, .tcy, .upright')
      return whole && owner.contains(whole) && whole !== owner ? whole : node
    }
    return
  }
}
