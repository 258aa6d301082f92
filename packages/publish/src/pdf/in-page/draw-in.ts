/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

/**
 * Takes from the space above a title what the last page of its sheet has in lines, where these are few, so that they
 * do not stand alone on a page: one or two lines of a chapter, more where a part opens. The next call says whether it
 * helped, and undoes it where it did not. Says whether anything has changed.
 */
export function drawIn(line: number): boolean {
  const openers = [
    ...document.querySelectorAll<HTMLElement>('.sheet:is(.chapter, .part):not(.contents, .index) > .opener'),
  ]
  const writes = openers.flatMap((opener) => {
    const sheet = opener.parentElement as HTMLElement
    const rects = [...sheet.getClientRects()]
    const tried = opener.dataset['drawnFrom']
    if (tried !== undefined) {
      if (tried === '' || rects.length < Number(tried)) return []
      return [
        () =>
          Object.assign(opener.dataset, { drawnFrom: '' }) &&
          opener.style.removeProperty('padding-block-start'),
      ]
    }
    const space = Number.parseFloat(getComputedStyle(opener).paddingBlockStart)
    const over = Math.ceil((rects.at(-1)?.height ?? 0) / line - 0.05) * line
    const most = sheet.classList.contains('part') ? space - line : line * 2
    if (rects.length < 2 || over <= 0 || over > Math.min(most, space)) return []
    return [
      () => {
        opener.dataset['drawnFrom'] = String(rects.length)
        opener.style.paddingBlockStart = `${space - over}px`
      },
    ]
  })
  for (const write of writes) write()
  return writes.length > 0
}
