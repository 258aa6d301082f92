export type { BookConfig, Creator } from './config/schema.ts'
export { loadBook, type LoadedBook, type LoadOptions } from './load/load-book.ts'
export type * from './model.ts'
export { rules } from './rules.ts'
