import { PDFDocument } from 'pdf-lib'
import { copyFacts } from './copy-facts.ts'

/**
 * Puts PDFs one behind the other. One alone stays as it is; several lose their tags and outlines, which stand in the
 * files of the single handouts.
 */
export async function joinPdfs(parts: readonly Uint8Array[], now: Date): Promise<Uint8Array> {
  const [first] = parts
  if (parts.length === 1 && first) return first
  const joined = await PDFDocument.create({ updateMetadata: false })
  for (const part of parts) {
    const document = await PDFDocument.load(part, { updateMetadata: false })
    if (part === first) copyFacts(document, joined, now)
    for (const page of await joined.copyPages(document, document.getPageIndices())) joined.addPage(page)
  }
  return await joined.save({ addDefaultPage: false })
}
