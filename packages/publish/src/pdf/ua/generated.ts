import type { FailedCondition } from './claim.ts'
import type { GeneratedText, TextPiece } from './drawing.ts'
import { drawingOf, type MarkedContent, type StructureElement } from './structure.ts'

interface Owner {
  element: StructureElement
  isLink: boolean
}

/**
 * Puts what a style sheet wrote (`（p.` before a page number) beside the text that it was written for: on the same
 * line, and in no link where there is a choice. By the object of the drawing. Changes the tree, and gives what has no place.
 */
export function adoptGenerated(
  document: StructureElement,
  generated: ReadonlyMap<number, readonly GeneratedText[]>,
): FailedCondition[] {
  const wanted = new Map<number, Map<number, Owner | undefined>>()
  for (const [drawing, texts] of generated) {
    for (const piece of texts.flatMap(({ before, after }) => [before, after])) {
      if (!piece) continue
      const holder = piece.drawing ?? drawing
      const own = wanted.get(holder) ?? new Map<number, Owner | undefined>()
      wanted.set(holder, own.set(piece.mcid, undefined))
    }
  }
  if (wanted.size > 0) find(document, false)
  const failed: FailedCondition[] = []
  for (const [drawing, texts] of generated) {
    const behind = new Map<TextPiece, number>()
    const ownerOf = (piece: TextPiece): Owner | undefined =>
      wanted.get(piece.drawing ?? drawing)?.get(piece.mcid)
    for (const text of texts) {
      const beside = chooseBeside(text, ownerOf)
      const element = beside && ownerOf(beside)?.element
      if (!element) {
        failed.push({ id: '01-005', reason: 'a style sheet writes text where the book has none' })
        continue
      }
      const isBehind = beside === text.before
      // Several texts behind one piece keep their order.
      const skipped = isBehind ? (behind.get(beside) ?? 0) + 1 : 0
      if (isBehind) behind.set(beside, skipped)
      const at = element.kids.findIndex(
        (kid) =>
          kid.kind === 'content' &&
          drawingOf(kid) === (beside.drawing ?? drawing) &&
          kid.mcid === beside.mcid,
      )
      const { page } = element.kids[at] as MarkedContent
      const stream = page !== drawing && { stream: drawing }
      element.kids.splice(at + skipped, 0, { kind: 'content', page, ...stream, mcid: text.mcid })
    }
  }
  return failed

  function find(element: StructureElement, isLink: boolean): void {
    for (const kid of element.kids) {
      if (kid.kind === 'element') find(kid, isLink || kid.type === 'Link')
      else if (kid.kind === 'content') {
        const own = wanted.get(drawingOf(kid))
        if (own?.has(kid.mcid)) own.set(kid.mcid, { element, isLink })
      }
    }
  }
}

function chooseBeside(
  { y, before, after }: GeneratedText,
  ownerOf: (piece: TextPiece) => Owner | undefined,
): TextPiece | undefined {
  const onLine = [before, after].filter((piece) => piece && Math.abs(piece.y - y) < 2)
  const choice = onLine.length > 0 ? onLine : [before, after].filter((piece) => piece)
  return choice.find((piece) => piece && !ownerOf(piece)?.isLink) ?? choice[0]
}
