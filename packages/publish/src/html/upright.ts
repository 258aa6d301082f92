import type { Element, ElementContent, Text } from 'hast'
import { eachElement } from './each-element.ts'
import { element, text } from './element.ts'

/** Inline elements: a phrase may run through them. Every other element begins and ends a block of text. */
const INLINE = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup u var'.split(
    ' ',
  ),
)

/** What keeps its letters as they are: code, drawings, readings, which are too small, addresses, what is not shown. */
const KEPT = new Set(['code', 'kbd', 'math', 'pre', 'rp', 'rt', 'samp', 'svg', 'tt'])
const KEPT_CLASSES = new Set(['code-label', 'link-url', 'url'])

/** A run of letters that vertical lines turn on their side, words and the spaces between them. */
const PHRASE = /[!-~\u00C0-\u024F]+(?: +[!-~\u00C0-\u024F]+)*/gu

/** Brackets and marks around a phrase; exclamation and question marks are set themselves. */
const AROUND = /^([("'<[{]*)(.*?)([)"'>\]},.:;]*)([!?]{0,2})([)"'>\]},.:;]*)$/u

/** A phrase of more letters holds more than a number or an acronym. */
const LONGEST = 16

/** Two full-width marks that share one square. */
const MARKS = /(?<![！？])[！？]{2}(?![！？])/gu

/**
 * How a piece of a phrase is set: `tcy` side by side in one square (tate-chu-yoko), `upright` one below the other.
 */
type Setting = 'tcy' | 'upright'

interface Piece {
  start: number
  end: number
  setting: Setting
}

/**
 * Numbers, acronyms and marks that stand upright in vertical lines get a `span` with the class `tcy` or `upright`:
 * numbers of one and two digits, `!?`, and ！？ share a square, as JLREQ has it; numbers of three and four digits,
 * up to three capitals and digits (`AWS`, `EC2`), and a single mark stand one below the other. All else, and a
 * number or an acronym in a longer phrase (`AWS Lambda`, `10 ms`), lies on its side. No character is added, taken away
 * or moved, so offsets into the text stay right. Changes the tree.
 */
export function setUpright(root: Element): void {
  const block: { node: Text; start: number }[] = []
  const replaced = new Map<ElementContent, ElementContent[]>()
  let flow = ''
  walk(root)
  flush()
  if (replaced.size === 0) return
  eachElement(root, (node) => {
    if (node.children.some((child) => replaced.has(child)))
      node.children = node.children.flatMap((child) => replaced.get(child) ?? [child])
  })

  function walk(parent: Element): void {
    for (const child of parent.children) {
      if (child.type === 'text') {
        block.push({ node: child, start: flow.length })
        flow += child.value
      } else if (child.type === 'element') {
        if (isKept(child)) flow += child.tagName === 'rt' || child.tagName === 'rp' ? '' : '\uFFFC'
        else if (INLINE.has(child.tagName) && !isAlone(child)) walk(child)
        else {
          flush()
          walk(child)
          flush()
        }
      }
    }
  }

  /** Sets the block of text that ends here. */
  function flush(): void {
    const pieces = flow === '' ? [] : piecesOf(flow)
    let next = 0
    for (const { node, start } of pieces.length > 0 ? block : []) {
      const end = start + node.value.length
      const own: Piece[] = []
      for (let piece = pieces[next]; piece && piece.start < end; piece = pieces[++next]) {
        // A phrase that markup cuts up lies as it is.
        if (piece.start >= start && piece.end <= end) own.push(piece)
      }
      if (own.length > 0) replaced.set(node, cut(node.value, own, start))
    }
    block.length = 0
    flow = ''
  }
}

/** What stands upright in a text, in its order. */
function piecesOf(flow: string): Piece[] {
  const pieces: Piece[] = []
  for (const { 0: phrase, index } of flow.matchAll(PHRASE)) {
    if (phrase.length > LONGEST) continue
    const [, before = '', core = '', between = '', marks = ''] = AROUND.exec(phrase) ?? []
    const start = index + before.length
    const end = start + core.length
    const percent = /^\d{1,3}%$/u.test(core)
    const setting = settingOf(percent ? core.slice(0, -1) : core)
    if (setting !== undefined) pieces.push({ start, end: percent ? end - 1 : end, setting })
    if (percent) pieces.push({ start: end - 1, end, setting: 'upright' })
    const isMarked = marks !== '' && (setting !== undefined || core === '')
    const at = end + between.length
    if (isMarked) pieces.push({ start: at, end: at + marks.length, setting: marks[1] ? 'tcy' : 'upright' })
  }
  for (const { index } of flow.matchAll(MARKS)) pieces.push({ start: index, end: index + 2, setting: 'tcy' })
  return pieces.toSorted((a, b) => a.start - b.start)
}

function settingOf(core: string): Setting | undefined {
  if (/^\d{1,2}$/u.test(core)) return 'tcy'
  return /^(?:\d{3,4}|(?=.*[A-Z])[A-Z\d]{1,3})$/u.test(core) ? 'upright' : undefined
}

function cut(value: string, pieces: readonly Piece[], offset: number): ElementContent[] {
  const nodes: ElementContent[] = []
  let done = 0
  for (const { start, end, setting } of pieces) {
    if (start - offset > done) nodes.push(text(value.slice(done, start - offset)))
    nodes.push(element('span', { className: [setting] }, [value.slice(start - offset, end - offset)]))
    done = end - offset
  }
  if (done < value.length) nodes.push(text(value.slice(done)))
  return nodes
}

/** A page number is no part of what stands before and behind it. */
function isAlone({ properties }: Element): boolean {
  const { className } = properties
  return Array.isArray(className) && className.includes('locator')
}

function isKept({ tagName, properties }: Element): boolean {
  const { className } = properties
  return (
    KEPT.has(tagName) ||
    properties['hidden'] === true ||
    (Array.isArray(className) && className.some((name) => KEPT_CLASSES.has(String(name))))
  )
}
