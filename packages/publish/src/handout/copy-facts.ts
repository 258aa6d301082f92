import { type PDFDocument, PDFName } from 'pdf-lib'

/** Gives a PDF that is made of another what that one says about itself. */
export function copyFacts(source: PDFDocument, target: PDFDocument, now: Date): void {
  target.setTitle(source.getTitle() ?? '', { showInWindowTitleBar: true })
  const author = source.getAuthor()
  if (author !== undefined) target.setAuthor(author)
  target.setCreator('Notes')
  target.setProducer(source.getProducer() ?? '')
  target.setCreationDate(now)
  target.setModificationDate(now)
  const language = source.catalog.get(PDFName.of('Lang'))
  if (language) target.catalog.set(PDFName.of('Lang'), language.clone())
}
