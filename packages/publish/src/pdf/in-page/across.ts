/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

export interface AcrossRoom {
  /** The text block in CSS pixels. */
  textWidth: number
  textHeight: number
}

/**
 * Places the horizontal boxes of a vertical book (pictures, code, tables): one that leaves four lines in ten free
 * stands at the head of the lines, which run on below it; a higher one has the lines to itself; code and tables higher
 * than the page are turned with the lines, so that they break between pages. Says whether a table was turned.
 */
export function setAcross({ textWidth, textHeight }: AcrossRoom): boolean {
  const boxes = [...document.querySelectorAll<HTMLElement>('#flow .across')]
  const measured = boxes.map((box) => {
    const rects = [...box.children].map((child) => child.getBoundingClientRect())
    return {
      box,
      width: Math.max(...rects.map(({ width }) => width)),
      height: Math.max(...rects.map(({ bottom }) => bottom)) - Math.min(...rects.map(({ top }) => top)),
    }
  })
  let isTurned = false
  for (const { box, width, height } of measured) {
    const isPicture = box.querySelector(':scope > figure') !== null
    if (height > textHeight && !isPicture) {
      box.classList.add('along')
      isTurned ||= box.querySelector(':scope > table') !== null
    } else if (height <= textHeight * 0.6 && width <= textWidth) box.classList.add('beside')
  }
  return isTurned
}
