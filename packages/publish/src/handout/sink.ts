import type { ByteSink } from './assembly/writer.ts'

/** Takes files as they are made: several are open at a time, and all are closed in the end or none counts. */
export interface HandoutSink {
  /** Begins the file with this path relative to the folder of the handouts. */
  open(path: string): Promise<OpenHandout> | OpenHandout
}

/** A file that is being made. */
export interface OpenHandout {
  write: ByteSink
  close(pages: number): Promise<void> | void
}

/** One PDF of handouts. */
export interface HandoutFile {
  /** `<session-id>.pdf`, `<session-id>.tagged.pdf` for the pages before they are imposed, `all.pdf`. */
  path: string
  bytes: Uint8Array
  pages: number
}

/** Keeps files in memory. */
export function collectFiles(): { sink: HandoutSink; files: HandoutFile[] } {
  const files: HandoutFile[] = []
  const open = (path: string): OpenHandout => {
    const parts: Uint8Array[] = []
    return {
      write: (bytes) => void parts.push(bytes),
      close: (pages) => void files.push({ path, bytes: Buffer.concat(parts), pages }),
    }
  }
  return { sink: { open }, files }
}
