/** How bad a diagnostic is: an error makes the exit code 1, a warning or an info does not. */
export type Level = 'error' | 'warning' | 'info'

/** One kind of diagnostic. The tables of rules are the only source of `docs/diagnostics.md`. */
export interface Rule {
  /** `<package>/<name>`, e.g. `parser/deep-list`. */
  id: string
  level: Level
  /** What is wrong, in one sentence. */
  summary: string
  /** What to do about it, in one sentence. */
  hint: string
  /** Notes or configuration that cause it. */
  example: string
}
