import { isType, kidsOfType, type StructureElement } from './structure.ts'

/**
 * A picture with its caption is one figure, not two. What HTML calls a figure and is none (a table, code, a link
 * around a picture) is a plain block with a paragraph for its caption.
 */
export function shapeFigure(figure: StructureElement): StructureElement[] {
  if (figure.alt !== undefined) return [figure]
  const captions = kidsOfType(figure, 'Caption')
  const rest = figure.kids.filter((kid) => !isType(kid, 'Caption'))
  const [picture] = kidsOfType(figure, 'Figure')
  if (picture && rest.length === 1) {
    picture.kids.push(...captions)
    return [picture]
  }
  if (rest.length > 0 && rest.every(({ kind }) => kind === 'content')) return [figure]
  figure.type = 'Div'
  for (const caption of captions) caption.type = 'P'
  return [figure]
}
