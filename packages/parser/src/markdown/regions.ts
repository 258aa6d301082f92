/** Lines that are kept as they are, from the one that opens them to the one that closes them. */
export interface Region {
  /** Index of the last line. */
  last: number
  syntax: 'liquid' | 'kramdown' | 'myst'
}

/** Tags of Liquid (Jekyll, Hexo) whose contents are not Markdown. What stands in others, such as `if`, is. */
const LIQUID =
  /^\{%-?\s*(raw|verbatim|highlight|comment|codeblock|code|mermaid|plantuml|math|katex|javascript|stylesheet|schema|style)\b[^%]*%\}/
const KRAMDOWN = /^\{::(comment|nomarkdown)\b[^{}]*(?<!\/)\}/
const MYST = /^(:{3,})\{[^{}\s][^{}]*\}/

/** Whether a text may hold regions. */
export function mayHoldRegions(text: string): boolean {
  return /\{%|\{::|:::\{/.test(text)
}

/**
 * Makes the function that tells the region which the line at an index opens, e.g. `{% raw %}` with its `{% endraw %}`.
 * The opening and the closing tag end their lines. `lines` have no indentation.
 */
export function createRegionFinder(lines: readonly string[]): (index: number) => Region | undefined {
  // Where the next closing line of a kind stands: so each line is looked at once for a kind.
  const known = new Map<string, number>()
  const find = (kind: string, from: number, close: RegExp): number => {
    const next = known.get(kind)
    if (next !== undefined && next >= from) return next
    let at = from
    while (at < lines.length && !close.test(lines[at]!)) at++
    known.set(kind, at)
    return at
  }
  return (index) => {
    const line = lines[index]!
    if (line[0] !== '{' && line[0] !== ':') return undefined
    const [syntax, open, name = ''] = openingOf(line) ?? []
    if (!syntax || open === undefined) return undefined
    const close = closing[syntax](name)
    const isAlone = line.slice(open.length).trim() === ''
    const last = isAlone || syntax === 'myst' ? find(`${syntax} ${name}`, index + 1, close) : index
    return last < lines.length && close.test(lines[last]!) ? { last, syntax } : undefined
  }
}

function openingOf(line: string): [Region['syntax'], ...string[]] | undefined {
  const liquid = LIQUID.exec(line)
  if (liquid) return ['liquid', ...liquid]
  const kramdown = KRAMDOWN.exec(line)
  if (kramdown) return ['kramdown', ...kramdown]
  const myst = MYST.exec(line)
  return myst ? ['myst', ...myst] : undefined
}

const closing: Record<Region['syntax'], (name: string) => RegExp> = {
  liquid: (name) => new RegExp(`(?<!\\\\)\\{%-?\\s*end${name}\\s*-?%\\}\\s*$`),
  kramdown: (name) => new RegExp(`(?<!\\\\)\\{:/(?:${name})?\\}\\s*$`),
  myst: (colons) => new RegExp(`^:{${colons.length},}\\s*$`),
}
