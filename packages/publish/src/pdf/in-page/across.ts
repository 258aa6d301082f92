/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

/** The text block in CSS pixels. */
export interface AcrossRoom {
  textWidth: number
  textHeight: number
}

/**
 * Places the horizontal boxes of a vertical book (pictures, code, tables): one that leaves four tenths of the lines
 * free stands at their head, and they run on below it; a higher one has the lines to itself; code and tables higher
 * than the page are turned with the lines, so that they break between pages.
 */
export function setAcross({ textWidth, textHeight }: AcrossRoom): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('#flow .across')]
  // All are measured before any is changed, or each would be laid out again by itself.
  const measured = boxes.map((box) => {
    const { width, height } = (box.firstElementChild as Element).getBoundingClientRect()
    return { box, width, height }
  })
  for (const { box, width, height } of measured) {
    const isPicture = box.querySelector(':scope > figure') !== null
    if (height > textHeight && !isPicture) box.classList.add('along')
    else if (height <= textHeight * 0.6 && width <= textWidth) box.classList.add('beside')
  }
}
