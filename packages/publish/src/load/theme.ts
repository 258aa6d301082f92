import { createMessage } from '@notes/parser'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { didYouMean } from '../config/nearest.ts'
import type { ThemeDefaults } from '../config/read.ts'
import type { OwnFamily } from '../fonts/plan.ts'
import type { Theme } from '../model.ts'
import { builtInThemes, type Manifest, readManifest } from '../theme/manifest.ts'
import { readOwnFonts } from '../theme/own-fonts.ts'
import { themeRule } from '../theme/rules.ts'
import { safeCss } from '../theme/safe-css.ts'
import { type BookFolder, normalisePath, openFolder } from './folder.ts'

const builtIn = fileURLToPath(new URL('../../themes/', import.meta.url))
const [root] = builtInThemes

const cssFiles = [
  'theme.css',
  'print.css',
  'epub.css',
  'handout.css',
  'vertical-print.css',
  'vertical-epub.css',
] as const
type Sheets = Record<(typeof cssFiles)[number], string>
const manifestFile = 'theme.yaml'

/** CSS that no theme needs more of. */
const maxCss = 256 * 1024

/** One theme of those that build on each other. */
interface Layer {
  folder: BookFolder
  /** Path in the book's folder, before the names of its files; absent for a theme of the package. */
  path?: string
  manifest: Manifest
}

/**
 * Reads a theme: one of the package's by its name, or a folder of the book by `./` and its path. Its rules stand
 * behind those of the theme that it builds on. Nothing outside the folder is read, and its CSS can load nothing.
 *
 * A theme that does not exist is a diagnostic, and the plain theme takes its place.
 */
export async function loadTheme(
  name: string,
  bookFolder: string,
  place?: Position,
): Promise<{ theme: Theme; messages: VFileMessage[] }> {
  const layers = await openTheme(name, bookFolder)
  if (layers) return await readLayers(name, layers)
  const known = builtInThemes.join(', ')
  const reason = isOwn(name)
    ? `The theme “${name}” is no folder of the book; “${root}” is used instead.`
    : `There is no theme “${name}”; “${root}” is used instead.${didYouMean(name, builtInThemes)}`
  const hint = `Name one of ${known}, or a folder of the book such as ./my-theme.`
  const message = createMessage(themeRule.unknown, { reason, hint, place, file: 'book.yaml' })
  const { theme, messages } = await readLayers(root, (await openTheme(root, bookFolder)) ?? [])
  return { theme, messages: [message, ...messages] }
}

/** What a theme says where book.yaml says nothing; mistakes are reported when the theme is loaded. */
export async function readThemeDefaults(name: string, bookFolder: string): Promise<ThemeDefaults> {
  const layers = (await openTheme(name, bookFolder)) ?? []
  const merged: ThemeDefaults = {}
  for (const { manifest } of layers) {
    const { page, handout } = manifest.defaults
    // Margins belong to the size of page that they stand with.
    const { margins, ...before } = merged.page ?? {}
    if (page) merged.page = { ...before, ...(margins && !page.size && { margins }), ...page }
    if (handout) merged.handout = { ...merged.handout, ...handout }
  }
  return merged
}

function isOwn(name: string): boolean {
  return /^\.{1,2}[\\/]/u.test(name)
}

/** A theme and those that it builds on, the plain one first; `undefined` where there is none of the name. */
async function openTheme(name: string, bookFolder: string): Promise<Layer[] | undefined> {
  const path = isOwn(name) ? normalisePath(name) : undefined
  const shipped = builtInThemes.find((each) => each === name)
  if (shipped === undefined && path === undefined) return undefined
  // Files are read through the book's folder, so that a symlink cannot lead out of it.
  const folder =
    shipped === undefined ? within(openFolder(bookFolder), path ?? '') : openFolder(join(builtIn, shipped))
  if ((await folder.list('.')) === undefined) return undefined
  const read = await folder.read(manifestFile)
  const manifest = readManifest(
    read.kind === 'file' ? read.bytes : '',
    path === undefined ? manifestFile : `${path}/${manifestFile}`,
  )
  const layer = { folder, manifest, ...(path !== undefined && { path }) }
  if (shipped === root) return [layer]
  return [...((await openTheme(manifest.extends, bookFolder)) ?? []), layer]
}

/** A folder of a folder, with the same limits. */
function within(folder: BookFolder, path: string): BookFolder {
  const join = (inner: string): string => {
    const normal = normalisePath(inner)
    return normal === undefined ? inner : `${path}/${normal}`
  }
  return { read: (inner) => folder.read(join(inner)), list: (inner) => folder.list(join(inner)) }
}

async function readLayers(
  name: string,
  layers: readonly Layer[],
): Promise<{ theme: Theme; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  const fonts: OwnFamily[] = []
  const sheets: Sheets[] = []
  for (const layer of layers) {
    const own = await readOwnFonts(layer.folder, layer.manifest, `${layer.path ?? '.'}/${manifestFile}`)
    fonts.push(...own.families)
    messages.push(...layer.manifest.messages, ...own.messages)
    const css = await readCss(layer, fonts)
    sheets.push(css.sheets)
    messages.push(...css.messages, ...(await unreadFiles(layer)))
  }
  const [first, ...rest] = sheets
  /** The first theme's `theme.css` stands apart; what builds on it comes after all of the first one's rules. */
  const cssOf = (file: (typeof cssFiles)[number]): string =>
    [first?.[file] ?? '', ...rest.flatMap((sheet) => [sheet['theme.css'], sheet[file]])]
      .filter(Boolean)
      .join('\n')
  const theme = {
    name,
    css: first?.['theme.css'] ?? '',
    printCss: cssOf('print.css'),
    epubCss: cssOf('epub.css'),
    handoutCss: cssOf('handout.css'),
    verticalPrintCss: sheets.map((sheet) => sheet['vertical-print.css']).join('\n'),
    verticalEpubCss: sheets.map((sheet) => sheet['vertical-epub.css']).join('\n'),
    fonts,
  }
  return { theme, messages }
}

async function readCss(
  { folder, path }: Layer,
  fonts: readonly OwnFamily[],
): Promise<{ sheets: Sheets; messages: VFileMessage[] }> {
  const sheets = Object.fromEntries(cssFiles.map((name) => [name, ''])) as Sheets
  const messages: VFileMessage[] = []
  for (const name of cssFiles) {
    const read = await folder.read(name)
    if (read.kind === 'missing') continue
    const file = `${path}/${name}`
    if (read.kind !== 'file' || read.bytes.length > maxCss) {
      const reason =
        read.kind === 'outside'
          ? 'The file leads out of the book’s folder, so it is left out.'
          : read.kind === 'file' || read.kind === 'too-large'
            ? `The CSS is larger than ${maxCss / 1024} KB, so it is left out.`
            : 'The file cannot be read, so it is left out.'
      messages.push(createMessage(themeRule.unsafe, { reason, file }))
      continue
    }
    const source = new TextDecoder().decode(read.bytes)
    if (path === undefined) sheets[name] = source
    else {
      const families = name.endsWith('epub.css') ? undefined : fonts.map(({ family }) => family)
      const safe = safeCss(source, file, families)
      sheets[name] = safe.css
      messages.push(...safe.messages)
    }
  }
  return { sheets, messages }
}

/** CSS under a name that no output takes. */
async function unreadFiles({ folder, path }: Layer): Promise<VFileMessage[]> {
  if (path === undefined) return []
  const names = ((await folder.list('.')) ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => name)
  return names
    .filter((name) => /\.(?:css|ya?ml)$/iu.test(name))
    .filter((name) => ![...cssFiles, manifestFile].includes(name))
    .map((name) => {
      const reason = `“${name}” is not read.${didYouMean(name, [...cssFiles, manifestFile])}`
      return createMessage(themeRule.unreadFile, { reason, file: `${path}/${name}` })
    })
}
