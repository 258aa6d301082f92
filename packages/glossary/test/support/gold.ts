import type { TermInput } from '../../src/model.ts'

export interface GoldLine {
  id: string
  terms: TermInput[]
  text: string
  expected: { start: number; end: number; term: string }[]
}

/** Reads lines of the form `n ログ | ⟦ログ⟧とブログ`. */
export function readMarked(source: string): GoldLine[] {
  return source
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, kind = '', names = '', marked = ''] = /^(\w) (.*?) \| (.*)$/.exec(line) ?? []
      const terms = names.split(' ; ').map((name) => {
        const [, term = '', aliases] = /^(.*?)(?:\[(.*)\])?$/.exec(name) ?? []
        return { term, ...(aliases && { aliases: aliases.split(',') }) }
      })
      const gold: GoldLine = { id: `${kind} ${names} | ${marked}`, terms, text: '', expected: [] }
      for (const part of marked.split(/(⟦.*?⟧)/)) {
        if (!part.startsWith('⟦')) gold.text += part
        else {
          const [surface = '', term = surface] = part.slice(1, -1).split('→')
          const start = gold.text.length
          gold.expected.push({ start, end: start + surface.length, term })
          gold.text += surface
        }
      }
      return gold
    })
}

/** F1 of the links that `find` gives, over all lines. */
export function scoreOf(lines: GoldLine[], find: (line: GoldLine) => GoldLine['expected']): number {
  const count = { right: 0, found: 0, wanted: 0 }
  for (const line of lines) {
    const keyOf = (link: GoldLine['expected'][0]): string => `${link.start}-${link.end}-${link.term}`
    const found = new Set(find(line).map(keyOf))
    const wanted = line.expected.map(keyOf)
    count.found += found.size
    count.wanted += wanted.length
    count.right += wanted.filter((key) => found.has(key)).length
  }
  return (2 * count.right) / (count.found + count.wanted)
}
