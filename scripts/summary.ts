/** What `notes build` writes about a build. */
export interface BuildRecord {
  title: string
  files: { path: string; bytes: number; pages?: number }[]
  counts: Record<string, number>
  browser?: string
  messages: { error: number; warning: number; info: number }
}

/** What is known about this run beyond the build itself. */
export interface RunFacts {
  /** Where the files are, as the user would type it. */
  folder: string
  seconds: number
  /** `hit`: every task came from the cache. */
  cache: 'hit' | 'partly' | 'none'
  failed: boolean
}

const cacheWords = {
  hit: 'all from the cache, nothing had changed',
  partly: 'partly from the cache',
  none: 'built anew',
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The last words of `npm start`: what was made, where, in what time. */
export function summarize(build: BuildRecord, run: RunFacts): string {
  const width = Math.max(0, ...build.files.map((file) => file.path.length))
  const files = build.files.map((file) => {
    const pages = file.pages === undefined ? '' : `, ${plural(file.pages, 'page')}`
    return `  ${run.folder}/${file.path.padEnd(width)}  ${size(file.bytes)}${pages}`
  })
  const counts = Object.entries(build.counts).map(([name, count]) => `${count} ${name}`)
  const { error, warning, info } = build.messages
  const diagnostics = `${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(info, 'notice')}`
  return [
    '',
    build.title,
    ...files,
    `  ${counts.join(', ')}`,
    `  ${diagnostics}${build.browser ? `; printed by ${build.browser}` : ''}`,
    `${run.failed ? 'Not everything could be made' : 'Done'} in ${run.seconds.toFixed(1)} s, ${cacheWords[run.cache]}.`,
    '',
  ].join('\n')
}
