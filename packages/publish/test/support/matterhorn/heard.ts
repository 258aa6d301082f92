import type { CheckedFile } from './checked-file.ts'
import { getText } from './objects.ts'
import { unicodeOf } from './conditions/characters.ts'
import { attribute, type Tag } from './tags.ts'

const INLINE = new Set(['Span', 'Code', 'Link', 'Reference', 'Ruby', 'RB', 'RT', 'Quote', 'Lbl'])

/** What a screen reader meets: a line for each block, with its role; in it, the words in their order. */
export function heard(file: CheckedFile, roots: readonly Tag[]): string {
  const words = textOfPieces(file)
  return roots.flatMap((root) => lines(root, '')).join('\n')

  function lines(tag: Tag, indent: string): string[] {
    const inner: string[] = []
    let line = ''
    const flush = (): void => {
      if (line.trim() !== '') inner.push(`${indent}  “${line.trim()}”`)
      line = ''
    }
    for (const kid of tag.order) {
      if (typeof kid === 'string') line += words.get(kid) ?? ''
      else if (INLINE.has(kid.standard) || kid.standard === 'Figure') line += inline(kid)
      else {
        flush()
        inner.push(...lines(kid, `${indent}  `))
      }
    }
    flush()
    const head = `${indent}${role(tag)}`
    const [only = ''] = inner
    return inner.length === 1 && only.trim().startsWith('“') ? [`${head} ${only.trim()}`] : [head, ...inner]
  }

  function inline(tag: Tag): string {
    const inside = tag.order
      .map((kid) => (typeof kid === 'string' ? (words.get(kid) ?? '') : inline(kid)))
      .join('')
    const language = getText(tag.dictionary, 'Lang')
    if (tag.standard === 'Figure') return `‹figure: ${getText(tag.dictionary, 'Alt')}›`
    if (tag.standard === 'RT') return `（${inside}）`
    if (tag.standard === 'Lbl') return `${inside} `
    if (tag.standard === 'Link') return `‹link: ${inside}›`
    if (tag.standard === 'Reference') return `‹reference ${inside}›`
    return language === undefined ? inside : `‹${language}: ${inside}›`
  }
}

function role(tag: Tag): string {
  const scope = attribute(tag, 'Table', 'Scope')
  const language = getText(tag.dictionary, 'Lang')
  return [tag.standard, scope && String(scope).slice(1).toLowerCase(), language].filter(Boolean).join(' ')
}

function textOfPieces(file: CheckedFile): Map<string, string> {
  const found = new Map<string, string>()
  for (const { page, font, codes, mcid, instead } of file.drawings.texts) {
    const map = font && unicodeOf(file, font)
    const text = instead ?? codes.map((code) => map?.get(code) ?? '\u{FFFD}').join('')
    const key = `${page} ${mcid}`
    found.set(key, (found.get(key) ?? '') + text)
  }
  return found
}

/** The section whose heading says this. */
export function sectionOf(file: CheckedFile, heading: string): Tag | undefined {
  const words = textOfPieces(file)
  const said = ({ order }: Tag): string =>
    order.map((kid) => (typeof kid === 'string' ? (words.get(kid) ?? '') : said(kid))).join('')
  const title = file.tags.all.find((tag) => /^H\d$/.test(tag.standard) && said(tag).trim() === heading)
  return title?.parent
}
