export { findBrowser } from './find.ts'
export { launchBrowser } from './launch.ts'
export type { BrowserSource, FindOptions, FoundBrowser, MissingBrowser, Progress } from './types.ts'
