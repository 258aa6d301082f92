import type { Nodes, PhrasingContent, Text } from 'mdast'
import type { ParseContext } from '../context.ts'
import type { NotesRoot, Ruby } from '../nodes.ts'
import type { SyntaxPass } from './index.ts'
import { textOf } from './phrasing-text.ts'
import { splitText } from './split-text.ts'
import { eachContainer } from './walk.ts'

/**
 * Ruby: `{漢字|かんじ}`, with one reading for all of the base, or, as denden Markdown has it, one for each character:
 * `{電子|でん|し}`.
 *
 * ```md
 * # 会
 *
 * ## 話
 *
 * {電子|でん|し}の{図書|としょ}
 * ```
 *
 * ```json
 * {"type": "ruby", "readings": ["でん", "し"], "children": [{"type": "text", "value": "電子"}]}
 * ```
 *
 * ```json
 * {"type": "ruby", "readings": ["としょ"], "children": [{"type": "text", "value": "図書"}]}
 * ```
 */
export const ruby: SyntaxPass = (tree, context) => {
  if (!/[{｛][^{}｛｝|｜\n]{1,60}[|｜]/u.test(context.source)) return
  const waiting: Nodes[] = [tree as NotesRoot & Nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node)) continue
    const parent = node
    if (parent.children.some((child) => child.type === 'text' && form.test(child.value))) {
      parent.children = (parent.children as PhrasingContent[]).flatMap((child) =>
        child.type === 'text' ? readText(child, context) : [child],
      ) as typeof parent.children
    }
    for (const child of parent.children as Nodes[])
      if ('children' in child && child.type !== 'ruby' && !isAddress(child)) waiting.push(child)
  }
  // A title is what its heading shows.
  eachContainer(tree, (node) => {
    const heading = node.children[0]
    if (heading?.type !== 'heading' || !heading.children.some((child) => child.type === 'ruby')) return
    node.title = textOf(heading).replace(/\s+/g, ' ').trim()
  })
}

/** A bare address, which stays as it is. */
function isAddress(node: Nodes): boolean {
  return node.type === 'link' && node.url.endsWith(textOf(node))
}

const form = /[{｛]([^{}｛｝|｜\n]{1,60})[|｜]([^{}｛｝\n]{1,120})[}｝]/u
const han = /[\p{sc=Han}々ヶ〆]/u

/** Parts a text at its ruby. */
function readText(node: Text, context: ParseContext): PhrasingContent[] {
  const found = [...node.value.matchAll(new RegExp(form, 'gu'))].filter(isRuby)
  if (!found.length) return [node]
  const cuts = found.flatMap(({ index, 0: whole, 1: base = '' }) => [
    index,
    index + 1,
    index + 1 + base.length,
    index + whole.length,
  ])
  const parts = splitText(node, cuts, context)
  if (!parts) return [node]
  const starts = new Map<number, RegExpExecArray>(found.map((match) => [match.index, match]))
  const result: PhrasingContent[] = []
  let at = 0
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part) continue
    const match = starts.get(at)
    if (!match) {
      result.push(part)
      at += part.value.length
      continue
    }
    const [base, end] = [parts[index + 1], parts[index + 2]]
    if (base && part.position && end?.position) {
      result.push({
        type: 'ruby',
        readings: readingsOf(match[2] ?? ''),
        children: [base],
        position: { start: part.position.start, end: end.position.end },
      } satisfies Ruby)
    }
    index += 2
    at += match[0].length
  }
  return result
}

/** One reading, or as many as the base has characters. A base without kanji is ruby only with a reading in kana. */
function isRuby({ index, input, 1: base = '', 2: text = '' }: RegExpExecArray): boolean {
  if (input[index - 1] === '{' || base !== base.trim() || !text.trim()) return false
  const readings = readingsOf(text)
  if (!han.test(base) && !/^[\p{sc=Hira}\p{sc=Kana}ー・|｜]+$/u.test(text)) return false
  return /[\p{L}\p{N}]/u.test(base) && (readings.length === 1 || readings.length === Array.from(base).length)
}

function readingsOf(text: string): string[] {
  return text.split(/[|｜]/)
}
