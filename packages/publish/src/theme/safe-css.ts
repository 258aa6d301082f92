import { createMessage, type Rule } from '@notes/parser'
import {
  type Atrule,
  type CssNode,
  type Declaration,
  generate,
  ident,
  type List,
  type ListItem,
  parse,
  tokenize,
  tokenTypes,
  walk,
} from 'css-tree'
import type { Point, Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { shippedFamilies } from '../fonts/plan.ts'
import { familiesOf } from './families.ts'
import { nearestProperty } from './property-names.ts'
import { themeRule } from './rules.ts'

/** What a theme may say with `@`; everything else loads something, or changes pages, which are not CSS's affair. */
const atRules = new Set(['media', 'supports', 'container', 'layer', 'scope', 'counter-style'])

/** Functions that load something or run something. */
const loading = new Set([
  'url',
  'src',
  'image',
  'image-set',
  '-webkit-image-set',
  'cross-fade',
  '-webkit-cross-fade',
  'element',
  '-moz-element',
  'paint',
  'expression',
])

/** Properties that run something in old browsers, or that ePubs may not have. */
const forbidden = new Set(['behavior', '-moz-binding', 'direction', 'unicode-bidi'])

const genericFamilies = new Set(
  'serif sans-serif monospace cursive fantasy system-ui inherit initial unset revert normal'.split(' '),
)

/** Deeper nesting than any theme has; parsing and styling take their time by depth. */
const maxDepth = 32

/**
 * Reads the CSS of a theme in a book's folder, which nobody has looked at: writes it anew from what was understood,
 * without anything that could load a file, reach the network or change the pages. What is left out is reported, and
 * fonts that neither come with the packages nor stand in `ownFamilies`; without it fonts may have any name.
 */
export function safeCss(
  source: string,
  file: string,
  ownFamilies?: readonly string[],
): { css: string; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const known = new Set([...shippedFamilies, ...(ownFamilies ?? [])])
  const report = (rule: Rule, reason: string, at: CssNode) =>
    messages.push(createMessage(rule, { reason, place: placeOf(at), file }))
  if (depthOf(source) > maxDepth) {
    const reason = `The CSS is nested deeper than ${maxDepth} levels, so the file is left out.`
    return { css: '', messages: [createMessage(themeRule.css, { reason, file })] }
  }
  const sheet = parse(source, {
    positions: true,
    parseCustomProperty: true,
    onParseError({ message, line, column, offset }) {
      const place: Point = { line, column, offset }
      const reason = `The CSS cannot be read here: ${sentence(message)} The rule or declaration is left out.`
      messages.push(createMessage(themeRule.css, { reason, place, file }))
    },
  })
  walk(sheet, {
    visit: 'Atrule',
    leave(node: Atrule, item: ListItem<CssNode>, list: List<CssNode>) {
      const name = ident.decode(node.name).toLowerCase()
      if (name === 'charset') return list.remove(item)
      const danger = node.prelude && dangerIn(generate(node.prelude))
      if (atRules.has(name) && danger === undefined) return
      report(
        themeRule.unsafe,
        `A theme may not have ${danger ?? `@${name}`}; the rule is left out.${adviceFor(name)}`,
        node,
      )
      list.remove(item)
    },
  })
  walk(sheet, {
    visit: 'Declaration',
    leave(node: Declaration, item: ListItem<CssNode>, list: List<CssNode>) {
      const name = ident.decode(node.property)
      const danger = forbidden.has(name.toLowerCase()) ? name : dangerIn(generate(node.value))
      if (danger !== undefined) {
        report(themeRule.unsafe, `A theme may not have ${danger}; the declaration is left out.`, node)
        return list.remove(item)
      }
      // What was not understood has been reported, and is not written.
      if (node.value.type === 'Raw') return list.remove(item)
      const meant = nearestProperty(name)
      if (meant)
        report(themeRule.unknownProperty, `Unknown property “${name}”. Did you mean “${meant}”?`, node)
      if (!ownFamilies || !/^(?:--font-.*|font|font-family)$/iu.test(name)) return
      const named = familiesOf(node.value, name === 'font').filter((family) => !genericFamilies.has(family))
      if (named.length === 0 || named.some((family) => known.has(family))) return
      report(
        themeRule.unknownFamily,
        `There is no font “${named[0]}” in books. There are ${[...known].join(', ')}.`,
        node,
      )
    },
  })
  walk(sheet, (node: CssNode, item: ListItem<CssNode> | null, list: List<CssNode>) => {
    const isLost = node.type === 'Raw' || (node.type === 'Rule' && node.prelude.type === 'Raw')
    if (isLost && item) list.remove(item)
  })
  const css = generate(sheet)
  // A second look at what is written: a value in which reading and writing differ must not slip through.
  const left = dangerIn(css, atRules)
  if (left === undefined) return { css, messages }
  const reason = `A theme may not have ${left}; the file is left out.`
  return { css: '', messages: [...messages, createMessage(themeRule.unsafe, { reason, file })] }
}

/** The first thing in some CSS that would load or run something. */
function dangerIn(css: string, allowedRules: ReadonlySet<string> = new Set()): string | undefined {
  let found: string | undefined
  tokenize(css, (type, start, end) => {
    if (found !== undefined) return
    const text = css.slice(start, end)
    if (type === tokenTypes.Url || type === tokenTypes.BadUrl) found = 'url()'
    if (type === tokenTypes.Function) {
      const name = ident.decode(text.slice(0, -1)).toLowerCase()
      if (loading.has(name)) found = `${name}()`
    }
    if (type === tokenTypes.AtKeyword) {
      const name = ident.decode(text.slice(1)).toLowerCase()
      if (!allowedRules.has(name)) found = `@${name}`
    }
  })
  return found
}

function depthOf(css: string): number {
  let depth = 0
  let deepest = 0
  const { Function, LeftParenthesis, LeftCurlyBracket, LeftSquareBracket } = tokenTypes
  const { RightParenthesis, RightCurlyBracket, RightSquareBracket } = tokenTypes
  tokenize(css, (type) => {
    if ([Function, LeftParenthesis, LeftCurlyBracket, LeftSquareBracket].includes(type)) depth++
    if ([RightParenthesis, RightCurlyBracket, RightSquareBracket].includes(type)) depth--
    deepest = Math.max(deepest, depth)
  })
  return deepest
}

function adviceFor(name: string): string {
  if (name === 'font-face') return ' Name the font’s file under `fonts` in theme.yaml.'
  if (name === 'page') return ' Page size and margins stand under `page` in theme.yaml.'
  if (name === 'import') return ' Put the rules into the theme’s own files.'
  return ''
}

function sentence(message: string): string {
  return /[.!?]$/u.test(message) ? message : `${message}.`
}

function placeOf({ loc }: CssNode): Position | undefined {
  return loc ? { start: loc.start, end: loc.end } : undefined
}
