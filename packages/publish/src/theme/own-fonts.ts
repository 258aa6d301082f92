import { createMessage } from '@notes/parser'
import { createHash } from 'node:crypto'
import type * as fontkit from 'fontkit'
import type { VFileMessage } from 'vfile-message'
import { type OwnFamily, shippedFamilies } from '../fonts/plan.ts'
import type { BookFolder } from '../load/folder.ts'
import type { FontEntry, Manifest } from './manifest.ts'
import { themeRule } from './rules.ts'

/** Reads the fonts that theme.yaml names; one that cannot be used is reported, and a shipped one takes its place. */
export async function readOwnFonts(
  folder: BookFolder,
  { fonts, placeOf }: Pick<Manifest, 'fonts' | 'placeOf'>,
  file: string,
): Promise<{ families: OwnFamily[]; messages: VFileMessage[] }> {
  const families = new Map<string, OwnFamily>()
  const messages: VFileMessage[] = []
  for (const [index, entry] of fonts.entries()) {
    const { family, weight, like } = entry
    const known = families.get(family) ?? { family, like, files: {} }
    // A family without a file is the shipped one that it is like.
    if (!shippedFamilies.includes(family)) families.set(family, known)
    const found = await readFont(folder, entry, known)
    if (typeof found === 'string') {
      const reason = `The font “${entry.file}” cannot be used: ${found}.`
      messages.push(createMessage(themeRule.font, { reason, place: placeOf(['fonts', index, 'file']), file }))
      continue
    }
    const name = createHash('sha256').update(found).digest('hex').slice(0, 16)
    known.files[weight] = { name, bytes: found }
  }
  return { families: [...families.values()], messages }
}

const readFailures = {
  missing: 'there is no such file in the theme’s folder',
  outside: 'it lies outside the book’s folder',
  folder: 'it is a folder',
  unreadable: 'it cannot be read',
  'too-large': 'it is larger than 64 MB',
} as const

/** The bytes of a font, or why it cannot be one of the book's. */
async function readFont(
  folder: BookFolder,
  entry: FontEntry,
  known: OwnFamily,
): Promise<Uint8Array | string> {
  if (shippedFamilies.includes(entry.family)) return `“${entry.family}” is the name of a shipped font`
  if (known.files[entry.weight]) return `the weight ${entry.weight} of “${entry.family}” has a file already`
  const read = await folder.read(entry.file)
  if (read.kind !== 'file') return readFailures[read.kind]
  return (await faultOf(read.bytes)) ?? read.bytes
}

/** What keeps a file from being embedded in a book. */
async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  const { create } = await import('fontkit')
  try {
    const font = create(Buffer.from(bytes))
    if (!('hasGlyphForCodePoint' in font)) return 'it is a collection of fonts, expected one'
    const tables = tablesOf(font)
    if ('CFF ' in tables || 'CFF2' in tables) {
      return 'its outlines are those of PostScript, which would not be a font in the PDF; take the TrueType file'
    }
    if (['COLR', 'CBDT', 'sbix', 'SVG '].some((tag) => tag in tables)) {
      return 'its letters have colours, which would not be a font in the PDF'
    }
    if (Object.keys(font.variationAxes).length > 0) {
      return 'it is a variable font, which a PDF cannot embed; take the file of one weight'
    }
    if (font['OS/2'].fsType.noEmbedding) return 'its licence bits forbid to embed it'
    if (isCutOff(tables, bytes)) return 'it is damaged: its end is missing'
    return font.characterSet.length === 0 ? 'it holds no characters' : undefined
  } catch {
    return 'it is no font in WOFF2, WOFF or TrueType'
  }
}

type Tables = Record<string, { offset: number; length: number; compLength?: number }>

function tablesOf(font: fontkit.Font): Tables {
  return (font as unknown as { directory: { tables: Tables } }).directory.tables
}

/** Whether a table ends behind the file; the tables of WOFF2 are one stream, which is unpacked whole. */
function isCutOff(tables: Tables, bytes: Uint8Array): boolean {
  if (String.fromCharCode(...bytes.subarray(0, 4)) === 'wOF2') return false
  return Object.values(tables).some(
    ({ offset, length, compLength = length }) => offset + compLength > bytes.length,
  )
}
