import { type CssNode, generate, parse, tokenize, tokenTypes, walk } from 'css-tree'

/** What CSS says of custom properties, and where. */
interface Found {
  /** Values at `:root`, the last one of each. */
  values: Map<string, string>
  /** Where those are set, from and to, with the rule around them if it holds nothing else. */
  ranges: [number, number][]
  /** Properties that are set elsewhere too, so that their value depends on the element. */
  local: Set<string>
}

/** The longest value, and the deepest use of one property by another: they must not multiply without end. */
const maxValue = 10_000
const maxDepth = 50

/** Custom properties at `:root` with their values, those in them replaced. */
export function rootProperties(css: string): ReadonlyMap<string, string> {
  const { values } = findProperties(css)
  const valueOf = resolver(values)
  return new Map([...values.keys()].map((name) => [name, valueOf(name) ?? '']))
}

/**
 * CSS with the values of custom properties in their places, for readers that know none. Where a property is set
 * elsewhere than at `:root` too, both stay. `before` is CSS that stands in another file, in front of this one.
 */
export function withoutProperties(css: string, before = ''): string {
  const { ranges } = findProperties(css)
  const { values, local } = findProperties(`${before}\n${css}`)
  for (const name of local) values.delete(name)
  let kept = ''
  let at = 0
  for (const [start, end] of ranges) {
    kept += css.slice(at, start)
    at = Math.max(at, end)
  }
  const rest = (kept + css.slice(at)).replaceAll(/(?::root|html)\s*\{\s*\}\s*/gu, '')
  const replaced = replaceVars(rest, resolver(values))
  // Older readers do not calculate either.
  return replaced.replaceAll(/calc\(1em ?\* ?(\d*\.?\d+)\)/gu, '$1em')
}

function findProperties(css: string): Found {
  const found: Found = { values: new Map(), ranges: [], local: new Set() }
  const sheet = parse(css, { positions: true, parseValue: false })
  const roots = new Set<CssNode>()
  const set: { name: string; range: [number, number] }[] = []
  if (sheet.type !== 'StyleSheet') return found
  for (const node of sheet.children) {
    if (node.type !== 'Rule' || !/^(?::root|html)$/u.test(generate(node.prelude))) continue
    for (const child of node.block.children) {
      if (child.type !== 'Declaration' || !child.property.startsWith('--') || !child.loc) continue
      roots.add(child)
      found.values.set(child.property, valueOf(child.value))
      set.push({ name: child.property, range: [child.loc.start.offset, child.loc.end.offset] })
    }
  }
  walk(sheet, (node) => {
    if (node.type === 'Declaration' && node.property.startsWith('--') && !roots.has(node))
      found.local.add(node.property)
  })
  found.ranges = set
    .filter(({ name }) => !found.local.has(name))
    .map(({ range: [start, end] }) => {
      const [behind = ''] = /^\s*;?\s*/u.exec(css.slice(end, end + 100)) ?? []
      return [start, end + behind.length]
    })
  return found
}

function valueOf(value: CssNode): string {
  return (value.type === 'Raw' ? value.value : generate(value)).trim()
}

/** Values with those that they refer to; none for a circle. */
function resolver(values: ReadonlyMap<string, string>): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  let depth = 0
  const resolve = (name: string): string | undefined => {
    if (known.has(name)) return known.get(name)
    known.set(name, undefined)
    const value = values.get(name)
    if (value === undefined || depth > maxDepth) return undefined
    depth++
    const text = replaceVars(value, resolve)
    depth--
    if (text.length <= maxValue) known.set(name, text)
    return known.get(name)
  }
  return resolve
}

/** Puts values in the places of `var()`; one without a value has its fallback or stays. */
function replaceVars(css: string, valueOf: (name: string) => string | undefined): string {
  let result = ''
  let at = 0
  for (const { start, end, name, fallback } of varsOf(css)) {
    if (start < at) continue
    const text = valueOf(name) ?? (fallback && replaceVars(fallback, valueOf))
    if (text === undefined) continue
    result += css.slice(at, start) + text
    at = end
  }
  return result + css.slice(at)
}

interface Var {
  start: number
  end: number
  name: string
  fallback?: string
}

/** Every `var()` of some CSS, outer ones before those in them. */
function varsOf(css: string): Var[] {
  const found: Var[] = []
  const open: (Var & { comma?: number; depth: number })[] = []
  let depth = 0
  tokenize(css, (type, start, end) => {
    const last = open.at(-1)
    const { Function, LeftParenthesis, RightParenthesis, Ident, Comma } = tokenTypes
    if (type === Function || type === LeftParenthesis) {
      depth++
      if (type === Function && css.slice(start, end).toLowerCase() === 'var(')
        open.push({ start, end, name: '', depth })
    } else if (type === RightParenthesis) {
      if (last?.depth === depth) {
        open.pop()
        const fallback = last.comma === undefined ? {} : { fallback: css.slice(last.comma, start).trim() }
        found.push({ start: last.start, end, name: last.name, ...fallback })
      }
      depth--
    } else if (last?.depth === depth && last.name === '' && type === Ident) last.name = css.slice(start, end)
    else if (last?.depth === depth && type === Comma) last.comma ??= end
  })
  return found.toSorted((a, b) => a.start - b.start)
}
