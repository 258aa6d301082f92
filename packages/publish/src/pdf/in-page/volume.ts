/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Runs inside the page; see layout.ts. */

/** Leaves the sheets of one volume to be printed and puts the others away. */
export function showSheets({ from, to }: { from: number; to: number }): void {
  for (const [at, sheet] of [...document.querySelectorAll('#flow > .sheet')].entries()) {
    sheet.classList.toggle('put-away', at < from || at >= to)
    sheet.classList.toggle('opens-volume', at === from)
  }
}
