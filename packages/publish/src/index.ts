export { findBrowser, type FoundBrowser, type MissingBrowser } from './browser/index.ts'
export type { BookConfig, Creator } from './config/schema.ts'
export { type EpubInput, type EpubOutput, renderEpub } from './epub/render-epub.ts'
export type { EpubVolume } from './epub/volume.ts'
export type { Layout, Paper } from './handout/layouts.ts'
export { type HandoutOptions, type RenderedHandouts, renderHandouts } from './handout/render-handouts.ts'
export type { HandoutFile } from './handout/sink.ts'
export type { Chapter, ChapterHeading, ChapterKind } from './html/chapter.ts'
export { renderChapters } from './html/render-chapters.ts'
export { renderHtml } from './html/render-html.ts'
export { loadBook, type LoadedBook, type LoadOptions } from './load/load-book.ts'
export { loadTheme } from './load/theme.ts'
export type * from './model.ts'
export { findGhostscript, type Ghostscript } from './pdf/press/ghostscript.ts'
export { type PressInput, type RenderedPress, renderPress } from './pdf/press/render-press.ts'
export type { OutputIntent, PressStandardName } from './pdf/press/standards.ts'
export { PdfError } from './pdf/render-error.ts'
export { type PdfOptions, type RenderedPdf, renderPdf } from './pdf/render-pdf.ts'
export {
  type PrintedFile,
  type PrintedPlace,
  type RenderedVolumes,
  renderVolumes,
} from './pdf/render-volumes.ts'
export { rules } from './rules.ts'
export type { Volume } from './volumes/plan.ts'
