import type { VFileMessage } from 'vfile-message'

/** There is no PDF. `diagnostic` says why and what to do. */
export class PdfError extends Error {
  readonly diagnostic: VFileMessage

  constructor(diagnostic: VFileMessage, cause?: unknown) {
    super(diagnostic.reason, { cause })
    this.name = 'PdfError'
    this.diagnostic = diagnostic
  }
}
