import { type PDFDict, PDFName } from '@cantoo/pdf-lib'
import subsetFont from 'subset-font'
import { readFontFile } from '../../../../src/fonts/files.ts'
import { planFonts } from '../../../../src/fonts/plan.ts'
import type { CheckedFile } from '../checked-file.ts'
import { get, getDictionary, getNumber, list } from '../objects.ts'
import { drawMore } from '../condition.ts'
import { descriptor } from '../font-facts.ts'

/** Names of the Adobe Glyph List that an encoding of Latin text holds, and those that are made of a number. */
export const AGL_NAME =
  /^(?:\.notdef|uni(?:[0-9A-F]{4})+|u[0-9A-F]{4,6}|[A-Za-z]|space|zero|one|two|three|four|five|six|seven|eight|nine|period|comma|colon|semicolon|hyphen|endash|emdash|quoteleft|quoteright|quotedblleft|quotedblright|quotesingle|quotedbl|exclam|question|parenleft|parenright|bracketleft|bracketright|braceleft|braceright|slash|backslash|bar|plus|minus|equal|less|greater|asterisk|ampersand|at|numbersign|dollar|percent|underscore|asciitilde|asciicircum|grave|bullet|ellipsis|fi|fl|Euro|yen)$/

export function isSymbolic(font: PDFDict): boolean {
  return ((getNumber(descriptor(font), 'Flags') ?? 0) & 4) !== 0
}

/** Glyph names of the Differences of a font's encoding. */
export function differences(font: PDFDict): string[] {
  return list(get(getDictionary(font, 'Encoding'), 'Differences')).flatMap((value) =>
    value instanceof PDFName ? [value.decodeText()] : [],
  )
}

/** A font of TrueType outlines with one letter, as it is in a plain font of the system. */
export async function plainTrueType(): Promise<Buffer> {
  const { faces } = await planFonts(new Set([65]))
  const [face] = faces
  if (!face) throw new Error('There is no font to spoil with.')
  return Buffer.from(
    await subsetFont(Buffer.from(await readFontFile(face.file)), 'A', { targetFormat: 'truetype' }),
  )
}

/** Gives every subtable of a font's cmap a platform and an encoding; none leaves it without a cmap. */
export function withCmaps(font: Buffer, cmaps: readonly [number, number][]): Buffer {
  const made = Buffer.from(font)
  for (let at = 12, count = made.readUInt16BE(4); count > 0; count--, at += 16) {
    if (made.toString('latin1', at, at + 4) !== 'cmap') continue
    const start = made.readUInt32BE(at + 8)
    if (cmaps.length === 0) made.write('xxxx', at, 'latin1')
    const first = made.readUInt32BE(start + 8)
    made.writeUInt16BE(cmaps.length, start + 2)
    // The table of subtables may need the room of what follows; all of them lead to the first one then.
    for (const [index, [platform, encoding]] of cmaps.entries()) {
      made.writeUInt16BE(platform, start + 4 + index * 8)
      made.writeUInt16BE(encoding, start + 6 + index * 8)
      made.writeUInt32BE(Math.max(first, 4 + cmaps.length * 8), start + 8 + index * 8)
    }
  }
  return made
}

/** Adds a simple TrueType font to the first page and shows a letter with it. */
export function addTrueType(
  file: CheckedFile,
  program: Buffer,
  { flags = 32, letter = 'A', encoding }: { flags?: number; letter?: string; encoding?: object | string },
): void {
  const { context } = file
  const stream = context.register(context.flateStream(program, { Length1: program.length }))
  const described = context.register(
    context.obj({ Type: 'FontDescriptor', FontName: 'Spoilt', Flags: flags, FontFile2: stream }),
  )
  const font = context.obj({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: 'Spoilt',
    FirstChar: 65,
    LastChar: 66,
    Widths: [500, 500],
    FontDescriptor: described,
    ...(encoding !== undefined && { Encoding: encoding }),
  } as never)
  const [page] = file.document.getPages()
  const name = page?.node.newFontDictionary('Spoilt', context.register(font)).toString()
  drawMore(file, `/Artifact BMC BT ${name} 9 Tf (${letter}) Tj ET EMC`)
}
