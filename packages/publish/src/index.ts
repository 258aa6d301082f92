export type {} from '@notes/parser'
