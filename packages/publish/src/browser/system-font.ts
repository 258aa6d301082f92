// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, and ours are no module
/// <reference path="./fontverter.d.ts" />
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fontverter from 'fontverter'

const require = createRequire(import.meta.url)

/**
 * Writes a fontconfig file that lists one small font of ours and nothing of the machine, and returns its path.
 *
 * Chromium prints blank pages where the system has no font at all, and takes a machine's font for a missing
 * glyph where it has some: with this list both are the same everywhere. Windows and macOS do not read it.
 */
export async function fontconfigFile(cache: string): Promise<string> {
  const woff = await readFile(
    require.resolve('@fontsource/noto-sans-jp/files/noto-sans-jp-latin-400-normal.woff'),
  )
  const folder = join(cache, `fonts-${createHash('sha256').update(woff).digest('hex').slice(0, 12)}`)
  const file = join(folder, 'fonts.conf')
  if (existsSync(file)) return file
  await mkdir(folder, { recursive: true })
  await writeWhole(join(folder, 'notes.ttf'), await fontverter.convert(woff, 'sfnt', 'woff'))
  await writeWhole(file, fontconfig(folder))
  return file
}

function fontconfig(folder: string): string {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${path}</dir>
  <cachedir>${path}/cache</cachedir>
</fontconfig>
`
}

/** Another process may write the same file at the same time: each renames its own copy. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.partial`
  await writeFile(partial, content)
  await rename(partial, path)
}
