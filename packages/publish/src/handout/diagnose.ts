import { createMessage } from '@notes/parser'
import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { Book } from '../model.ts'
import { missingGlyphReason } from '../pdf/diagnose.ts'
import { assetPath } from '../pdf/document.ts'
import { pdfRule } from '../pdf/rules.ts'
import { visitSources } from '../pdf/source-places.ts'
import type { Handout } from './compose.ts'
import type { LaidHandout } from './in-page/paginate.ts'
import { handoutRule } from './rules.ts'

const MM_PER_PX = 25.4 / 96

/** Says where in the notes a handout has nothing to show, or something too wide. */
export function diagnoseHandouts(
  made: readonly { handout: Omit<Handout, 'sheet'>; laid: LaidHandout }[],
): VFileMessage[] {
  const messages: VFileMessage[] = []
  for (const { handout, laid } of made) {
    const source = handout.session ?? handout.event
    const file = source.data?.file ?? handout.event.data?.file
    const at = (place: { position?: typeof source.position }) => ({
      ...(place.position && { place: place.position }),
      ...(file !== undefined && { file }),
    })
    if (!handout.hasNotes) {
      const reason = `“${handout.title}” has no notes: its handout holds the title and lines to write on.`
      messages.push(createMessage(handoutRule.noNotes, { reason, ...at(source.children[0] ?? source) }))
    }
    const wide = new Map(
      laid.images
        .filter(({ path, natural, column }) => natural > column + 1 && !/\.svg$/iu.test(path))
        .map((image) => [image.path, image]),
    )
    visit(source, 'image', (node: Image) => {
      const image = wide.get(assetPath(node.url))
      if (!image || !wide.delete(assetPath(node.url))) return
      const reason = `The image is ${image.natural} pixels wide and is set to ${Math.round(image.column * MM_PER_PX)} mm, the width of the handout’s column.`
      messages.push(createMessage(handoutRule.wideImage, { reason, ...at(node) }))
    })
  }
  return messages
}

/** Says where in the notes of these handouts the characters stand that no font holds. */
export function diagnoseMissing(
  book: Book,
  ids: ReadonlySet<string>,
  characters: ReadonlySet<number>,
): VFileMessage[] {
  const missing = new Set(characters)
  if (missing.size === 0) return []
  const messages: VFileMessage[] = []
  visitSources(book, ({ node, owners, file, position }) => {
    if (!('value' in node) || !owners.some((id) => ids.has(id))) return
    for (const character of node.value) {
      const code = character.codePointAt(0) ?? 0
      if (!missing.delete(code)) continue
      const reason = missingGlyphReason(code)
      messages.push(
        createMessage(pdfRule.missingGlyph, {
          reason,
          ...(position && { place: position }),
          ...(file !== undefined && { file }),
        }),
      )
    }
  })
  // What is left stands in definitions of terms, names of people and the like.
  for (const code of missing) {
    messages.push(createMessage(pdfRule.missingGlyph, { reason: missingGlyphReason(code) }))
  }
  return messages
}
