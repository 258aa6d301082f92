import { PDFArray, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getName, getText } from '../objects.ts'
import { each, type Finding, type MachineCondition, put } from '../condition.ts'
import { descendant, descriptor, glyphOf, nameOf, sfntOf, shownFonts, widthsOf } from '../font-facts.ts'
import { charSet, readType1, type1Font } from '../type1.ts'
import { unmapped } from './characters.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

type ShownFont = ReturnType<typeof shownFonts>[number]

/** Composite fonts of TrueType outlines that show text. */
function outlined(file: CheckedFile): ShownFont[] {
  return shownFonts(file).filter(({ font }) => getName(descendant(font), 'Subtype') === 'CIDFontType2')
}

function withCidSet(file: CheckedFile): ShownFont[] {
  return outlined(file).filter(({ font }) => get(descriptor(font), 'CIDSet'))
}

function isListed(bits: Uint8Array, cid: number): boolean {
  return ((bits[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0
}

function cidSets(file: CheckedFile, isWrong: (listed: boolean, present: boolean) => boolean): Finding {
  return each(withCidSet(file), ({ font }) => {
    const bits = file.bytes(get(descriptor(font), 'CIDSet'))
    const program = sfntOf(file, font)
    const last = Math.max(bits.length * 8, program?.glyphs ?? 0)
    for (let cid = 1; cid < last; cid++) {
      const present = program?.hasOutline(glyphOf(file, font, cid)) ?? false
      if (isWrong(isListed(bits, cid), present)) return `${nameOf(font)}, CID ${cid}`
    }
    return undefined
  })
}

function spoilCidSet(file: CheckedFile, bits: Buffer): void {
  const [own] = outlined(file)
  put(own && descriptor(own.font), 'CIDSet', file.context.register(file.context.flateStream(bits)))
}

/** Type 1 programs whose descriptor lists their glyphs. */
function listedType1(
  file: CheckedFile,
  isWrong: (listed: Set<string>, present: Set<string>) => boolean,
): Finding {
  const descriptors = file.dictionaries.filter(
    ({ dictionary }) => getText(dictionary, 'CharSet') && get(dictionary, 'FontFile'),
  )
  return each(descriptors, ({ dictionary }) => {
    const present = readType1(file.bytes(get(dictionary, 'FontFile')))
    const listed = charSet(getText(dictionary, 'CharSet') ?? '')
    return isWrong(listed, present) ? (getName(dictionary, 'FontName') ?? 'a font') : undefined
  })
}

function addType1(file: CheckedFile, glyphs: string[], listed: string): void {
  const { context } = file
  const program = context.register(context.flateStream(type1Font(glyphs)))
  context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'Spoilt',
      CharSet: PDFString.of(listed),
      FontFile: program,
    }),
  )
}

export const fontProgramConditions: MachineCondition[] = [
  machine({
    id: '10-001',
    title: 'A code that is shown cannot be mapped to Unicode',
    subject: 'texts',
    check: (file) => ({
      tested: file.drawings.texts.length,
      failures: unmapped(
        file,
        file.drawings.texts.filter(({ mode }) => mode !== 3),
      ),
    }),
    spoil: (file) => {
      const [own] = shownFonts(file)
      put(
        own?.font,
        'ToUnicode',
        file.context.register(file.context.stream('1 beginbfchar <FFF0> <0041> endbfchar')),
      )
    },
  }),
  machine({
    id: '31-011',
    title: 'A font program lacks a glyph that is shown',
    subject: 'embedded fonts',
    check: (file) =>
      each(outlined(file), ({ font, codes }) => {
        const program = sfntOf(file, font)
        const missing = [...codes].find((code) => glyphOf(file, font, code) >= (program?.glyphs ?? 0))
        return missing === undefined ? undefined : `${nameOf(font)}, code ${missing}`
      }),
    spoil: (file) => {
      const [own] = outlined(file)
      const map = Buffer.alloc(131_072, 0xff)
      put(own && descendant(own.font), 'CIDToGIDMap', file.context.register(file.context.flateStream(map)))
    },
  }),
  machine({
    id: '31-012',
    title: 'A Type 1 program has a glyph that its CharSet does not list',
    subject: 'Type 1 fonts with a CharSet',
    check: (file) => listedType1(file, (listed, present) => [...present].some((glyph) => !listed.has(glyph))),
    spoil: (file) => addType1(file, ['A', 'B'], '/A'),
  }),
  machine({
    id: '31-013',
    title: 'A CharSet lists a glyph that the Type 1 program has not',
    subject: 'Type 1 fonts with a CharSet',
    check: (file) => listedType1(file, (listed, present) => [...listed].some((glyph) => !present.has(glyph))),
    spoil: (file) => addType1(file, ['A'], '/A/B'),
  }),
  machine({
    id: '31-014',
    title: 'A CID font has a glyph that its CIDSet does not list',
    subject: 'CID fonts with a CIDSet',
    check: (file) => cidSets(file, (listed, present) => present && !listed),
    spoil: (file) => spoilCidSet(file, Buffer.from([0x80])),
  }),
  machine({
    id: '31-015',
    title: 'A CIDSet lists a glyph that the CID font has not',
    subject: 'CID fonts with a CIDSet',
    check: (file) => cidSets(file, (listed, present) => listed && !present),
    spoil: (file) => spoilCidSet(file, Buffer.alloc(9000, 0xff)),
  }),
  machine({
    id: '31-016',
    title: 'Widths of the dictionary and of the font program differ',
    subject: 'embedded fonts',
    check: (file) =>
      each(outlined(file), ({ font, codes }) => {
        const program = sfntOf(file, font)
        const stated = widthsOf(font)
        const wrong = [...codes].find((code) => {
          const own =
            (program?.width(glyphOf(file, font, code)) ?? 0) * (1000 / (program?.unitsPerEm ?? 1000))
          return Math.abs(own - stated(code)) > 1
        })
        return wrong === undefined ? undefined : `${nameOf(font)}, code ${wrong}`
      }),
    spoil: (file) => {
      const [own] = outlined(file)
      const font = own && descendant(own.font)
      put(font, 'W', PDFArray.withContext(file.context))
      put(font, 'DW', PDFNumber.of(77))
    },
  }),
  machine({
    id: '31-030',
    title: 'A text shows .notdef, the box of a missing character',
    subject: 'embedded fonts',
    check: (file) =>
      each(outlined(file), ({ font, codes }) =>
        [...codes].some((code) => glyphOf(file, font, code) === 0) ? nameOf(font) : undefined,
      ),
    spoil: (file) => {
      const [own] = outlined(file)
      const map = file.context.register(file.context.flateStream(Buffer.alloc(131_072)))
      put(own && descendant(own.font), 'CIDToGIDMap', map)
    },
  }),
]
