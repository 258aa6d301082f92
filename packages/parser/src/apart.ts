/** For readers of many notes: parses Markdown apart from the notes, e.g. in several threads. */
export { cutParts, joinParts, type Parts, textsOf } from './markdown/parts.ts'
export { type Piece, splitPieces } from './markdown/pieces.ts'
export { isPlain, type OpenNotes, openNotes } from './parse.ts'
