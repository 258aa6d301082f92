import { type CssNode, ident, walk } from 'css-tree'
import { type OwnFamily, shippedFamilies } from '../fonts/plan.ts'
import { withoutProperties } from './properties.ts'

/** The families of a theme's CSS that there are fonts for. */
export function namedFamilies(css: string, own: readonly OwnFamily[] = []): Set<string> {
  const resolved = withoutProperties(css)
  const all = [...shippedFamilies, ...own.map(({ family }) => family)]
  return new Set(all.filter((family) => resolved.includes(family)))
}

/** The first family of a `font-family` value; unquoted and without the rest of the list. */
export function firstFamily(value: string): string {
  return (value.split(',')[0] ?? '').trim().replaceAll(/^["']|["']$/gu, '')
}

/** The families that a value of `font-family`, `font` or a custom property `--font-…` lists in quotes or without. */
export function familiesOf(value: CssNode, isShorthand: boolean): string[] {
  const families: string[] = []
  let words: string[] = []
  const end = (): void => {
    if (words.length > 0 && !isShorthand) families.push(words.join(' '))
    words = []
  }
  walk(value, (node) => {
    if (node.type === 'String') families.push(node.value)
    if (node.type === 'Identifier' && !node.name.startsWith('--')) words.push(ident.decode(node.name))
    if (node.type === 'Operator') end()
  })
  end()
  return families
}
