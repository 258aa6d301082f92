/** Reports what is going on; `done` of `total` in the stage's own unit. */
export type Progress = (stage: string, done?: number, total?: number) => void

/** Where a browser came from. */
export type BrowserSource = 'environment' | 'installed' | 'puppeteer-cache' | 'download' | 'bundled'

/** A browser that was started at least once, or is remembered to have been. */
export interface FoundBrowser {
  executablePath: string
  /** E.g. `Chromium 156.0.8078.73`. */
  build: string
  source: BrowserSource
  /** What its process needs beyond the environment, e.g. `LD_LIBRARY_PATH`. */
  env: Record<string, string>
  missing?: undefined
}

/** No browser: one sentence with how to get one. */
export interface MissingBrowser {
  missing: string
}

/** A program that may be a browser. */
export interface Candidate {
  executablePath: string
  source: BrowserSource
  /** Folders of shared libraries to try where the machine lacks them. */
  libraries?: string
}

export interface FindOptions {
  onProgress?: Progress
}
