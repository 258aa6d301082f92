import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Candidate, Progress } from './types.ts'

const require = createRequire(import.meta.url)

/** The Chromium inside `@sparticuz/chromium`, if it was unpacked before. It runs on Linux x64 only. */
export async function unpackedBrowser(cache: string): Promise<Candidate | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const folder = await bundledFolder(cache)
  return folder !== undefined && existsSync(folder) ? candidate(folder) : undefined
}

/**
 * Unpacks the Chromium inside `@sparticuz/chromium` (about 210 MB) into the cache, whole or not at all.
 * Its unpacker writes below TMPDIR, so that variable points to a folder of ours meanwhile.
 */
export async function unpackBrowser(cache: string, onProgress?: Progress): Promise<Candidate | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const folder = await bundledFolder(cache)
  if (folder === undefined) return
  onProgress?.('Unpacking the browser')
  const { inflate } = await import('@sparticuz/chromium')
  const archives = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin')
  const partial = `${folder}.${process.pid}.partial`
  await mkdir(partial, { recursive: true })
  const before = process.env['TMPDIR']
  try {
    process.env['TMPDIR'] = partial
    await Promise.all([inflate(join(archives, 'chromium.br')), inflate(join(archives, 'al2023.tar.br'))])
    await rename(partial, folder)
  } catch {
    if (!existsSync(folder)) return
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    await rm(partial, { recursive: true, force: true })
  }
  return candidate(folder)
}

function candidate(folder: string): Candidate {
  return {
    executablePath: join(folder, 'chromium'),
    source: 'bundled',
    libraries: join(folder, 'al2023', 'lib'),
  }
}

async function bundledFolder(cache: string): Promise<string | undefined> {
  try {
    const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json')
    const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
    return join(cache, `chromium-bundled-${version}`)
  } catch {
    return
  }
}
