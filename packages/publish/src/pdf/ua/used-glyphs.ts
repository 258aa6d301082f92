const CLOSING = 0x3e

/** Which glyphs the text of a file shows, font by font. */
export class UsedGlyphs {
  readonly #emphasis: ReadonlyMap<string, ReadonlySet<number>>
  #emphasisCodes: ReadonlySet<number> | undefined
  /** By the name of the font in the pages' resources: 1 at each code that it shows. */
  readonly #fonts = new Map<string, Uint8Array<ArrayBuffer>>()
  #current = new Uint8Array(0x1_00_00)

  /** `emphasis`: the codes of each font's marks of emphasis. */
  constructor(emphasis: ReadonlyMap<string, ReadonlySet<number>>) {
    this.#emphasis = emphasis
  }

  /** Whether a line shows nothing but marks of emphasis, which stand over the text that is read. */
  isEmphasis(source: string, start: number, end: number): boolean {
    if (!this.#emphasisCodes) return false
    const shown = /<([0-9A-F]+)> Tj$/.exec(source.slice(start, end))?.[1] ?? ''
    const codes = shown.match(/.{4}/g) ?? []
    return codes.length > 0 && codes.every((code) => this.#emphasisCodes?.has(Number.parseInt(code, 16)))
  }

  /** Of a line that chooses a font: `/F4 12 Tf`. */
  setFont(source: string, start: number): void {
    const name = source.slice(start + 1, source.indexOf(' ', start))
    const known = this.#fonts.get(name)
    this.#current = known ?? new Uint8Array(0x1_00_00)
    if (!known) this.#fonts.set(name, this.#current)
    this.#emphasisCodes = this.#emphasis.get(name)
  }

  /** Of a line that shows text: `8.6 0 Td <021B> Tj`; codes of two bytes alone. */
  add(source: string, start: number, end: number): void {
    const open = source.indexOf('<', start)
    if (open < 0 || open > end) return
    for (let at = open + 1; at + 4 < end; at += 4) {
      let code = 0
      for (let digit = at; digit < at + 4; digit++) {
        const character = source.charCodeAt(digit)
        if (character === CLOSING) return
        code = code * 16 + (character > 64 ? (character & 0xdf) - 55 : character - 48)
      }
      this.#current[code] = 1
    }
  }

  /** The codes that a font shows. */
  codes(name: string): number[] {
    const shown = this.#fonts.get(name)
    const found: number[] = []
    for (let code = shown?.indexOf(1) ?? -1; code >= 0; code = shown?.indexOf(1, code + 1) ?? -1)
      found.push(code)
    return found
  }
}
