/** Which glyphs the text of a file shows, font by font. */
export class UsedGlyphs {
  /** By the name of the font in the pages' resources: the codes that it shows. */
  readonly fonts = new Map<string, Set<number>>()
  #current = new Set<number>()

  /** Of a line that chooses a font: `/F4 12 Tf`. */
  setFont(source: string, start: number, end: number): void {
    const name = /\/(\S+) \S+ Tf$/.exec(source.slice(start, end))?.[1] ?? ''
    this.#current = this.fonts.get(name) ?? new Set()
    this.fonts.set(name, this.#current)
  }

  /** Of a line that shows text: `8.6 0 Td <021B> Tj`; codes of two bytes alone. */
  add(source: string, start: number, end: number): void {
    const open = source.indexOf('<', start)
    if (open < 0 || open > end) return
    for (let at = open + 1; at + 4 < end && source.charCodeAt(at + 3) !== 62; at += 4) {
      if (source.charCodeAt(at) === 62) break
      this.#current.add(Number.parseInt(source.slice(at, at + 4), 16))
    }
  }
}
