/** Files on their way to the output folder: whole and all together, or not at all. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file of a build, as build.json names it. */
export interface BuiltFile {
  path: string
  bytes: number
  sha256: string
  pages?: number
}

/** A file that is being written beside its place. */
export interface StagedFile {
  write(bytes: Uint8Array): Promise<void>
  close(pages?: number): Promise<void>
}

/**
 * Writes files beside their places and moves them there in the end, so that an error, Ctrl-C or a full disk leaves
 * what was there. Without `commit` or `discard`, what was written is removed when a signal ends the process.
 */
export class OutputStage {
  /** Files that were closed, in that order. */
  readonly files: BuiltFile[] = []
  readonly #folder: string
  readonly #moves = new Map<string, { from: string; to: string }>()
  readonly #opened = new Set<FileHandle>()
  readonly #stop = (signal: NodeJS.Signals): void => {
    this.#clean()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }

  constructor(folder: string) {
    this.#folder = folder
    // Without a listener a signal ends the process at once.
    process.once('SIGINT', this.#stop)
    process.once('SIGTERM', this.#stop)
  }

  /** Begins a file; the path is relative to the folder, with forward slashes. */
  async open(path: string): Promise<StagedFile> {
    const to = join(this.#folder, path)
    const from = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`)
    await mkdir(dirname(to), { recursive: true })
    this.#moves.set(path, { from, to })
    const handle = await open(from, 'w')
    this.#opened.add(handle)
    const hash = createHash('sha256')
    let length = 0
    return {
      write: async (bytes) => {
        hash.update(bytes)
        length += bytes.length
        await handle.writeFile(bytes)
      },
      close: async (pages) => {
        this.#opened.delete(handle)
        await handle.close()
        this.files.push({
          path,
          bytes: length,
          sha256: hash.digest('hex'),
          ...(pages !== undefined && { pages }),
        })
      },
    }
  }

  async add({ path, bytes, pages }: { path: string; bytes: Uint8Array; pages?: number }): Promise<void> {
    const file = await this.open(path)
    await file.write(bytes)
    await file.close(pages)
  }

  /** Takes back what was written at paths that begin so. */
  async drop(prefix: string): Promise<void> {
    await this.#closeAll()
    for (const [path, { from }] of this.#moves) {
      if (!path.startsWith(prefix)) continue
      rmSync(from, { force: true })
      this.#moves.delete(path)
    }
    this.files.splice(0, Infinity, ...this.files.filter(({ path }) => !path.startsWith(prefix)))
  }

  /** Moves every file to its place. */
  async commit(): Promise<void> {
    try {
      for (const { from, to } of this.#moves.values()) await rename(from, to)
    } finally {
      await this.discard()
    }
  }

  /** Removes what was not moved. */
  async discard(): Promise<void> {
    await this.#closeAll()
    this.#clean()
    process.off('SIGINT', this.#stop)
    process.off('SIGTERM', this.#stop)
  }

  async #closeAll(): Promise<void> {
    for (const handle of this.#opened) await handle.close()
    this.#opened.clear()
  }

  #clean(): void {
    for (const { from } of this.#moves.values()) rmSync(from, { force: true })
  }
}
