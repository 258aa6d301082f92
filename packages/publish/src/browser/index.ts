export { findBrowser } from './find.ts'
export { launchBrowser } from './launch.ts'
export type { FoundBrowser, MissingBrowser, Progress } from './types.ts'
