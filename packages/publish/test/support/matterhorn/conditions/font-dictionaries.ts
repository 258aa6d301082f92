import { PDFName, PDFNumber, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getDictionary, getName, getNumber, getText } from '../objects.ts'
import { each, type Finding, type MachineCondition, put } from '../condition.ts'
import { descendant, descriptor, fontsOf, nameOf, programOf, shownFonts } from '../font-facts.ts'
import { unicodeOf } from './characters.ts'
import { AGL_NAME, differences, isSymbolic } from './simple-fonts.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

/** ISO 32000-1, table 118, with the character collections that the names stand for. */
const PREDEFINED: [string, RegExp][] = [
  ['GB1', /^(?:GB|GBpc|GBK|GBKp|GBK2K|UniGB)(?:-EUC|-UCS2|-UTF16)?-[HV]$/],
  ['CNS1', /^(?:B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-UCS2|UniCNS-UTF16)-[HV]$/],
  [
    'Japan1',
    /^(?:83pv-RKSJ-H|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-UCS2|UniJIS-UCS2-HW|UniJIS-UTF16)(?:-[HV])?$|^[HV]$/,
  ],
  ['Korea1', /^(?:KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-UCS2|UniKS-UTF16)-[HV]$/],
]

/** Composite fonts whose codes are not CIDs already, with the collection that their CMap is for. */
function mapped(file: CheckedFile): { name: string; cmap: CMapFacts; font: ReturnType<typeof descendant> }[] {
  return fontsOf(file, 'Type0').flatMap((own) => {
    const encoding = getName(own, 'Encoding')
    if (encoding === 'Identity-H' || encoding === 'Identity-V') return []
    const stream = get(own, 'Encoding')
    const info = stream instanceof PDFStream ? getDictionary(stream.dict, 'CIDSystemInfo') : undefined
    const ordering = PREDEFINED.find(([, pattern]) => pattern.test(encoding ?? ''))?.[0]
    const cmap: CMapFacts = info
      ? {
          Registry: getText(info, 'Registry') ?? '',
          Ordering: getText(info, 'Ordering') ?? '',
          Supplement: getNumber(info, 'Supplement') ?? 0,
        }
      : { Registry: 'Adobe', Ordering: ordering ?? '', Supplement: Infinity }
    return [{ name: nameOf(own), cmap, font: descendant(own) }]
  })
}

interface CMapFacts {
  Registry: string
  Ordering: string
  Supplement: number
}

function collection(file: CheckedFile, isWrong: (own: CMapFacts, cmap: CMapFacts) => boolean): Finding {
  return each(mapped(file), ({ name, cmap, font }) => {
    const info = getDictionary(font, 'CIDSystemInfo')
    const own: CMapFacts = {
      Registry: getText(info, 'Registry') ?? '',
      Ordering: getText(info, 'Ordering') ?? '',
      Supplement: getNumber(info, 'Supplement') ?? 0,
    }
    return isWrong(own, cmap) ? name : undefined
  })
}

/** Gives the first composite font a CMap of its own. */
function ownCMap(file: CheckedFile, info: object, entries: object = {}, source = ''): void {
  const [font] = fontsOf(file, 'Type0')
  const cmap = file.context.stream(source, {
    Type: 'CMap',
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0,
      ...info,
    },
    ...entries,
  })
  put(font, 'Encoding', file.context.register(cmap))
}

function cmaps(file: CheckedFile): { name: string; stream: PDFStream }[] {
  return fontsOf(file, 'Type0').flatMap((own) => {
    const stream = get(own, 'Encoding')
    return stream instanceof PDFStream ? [{ name: nameOf(own), stream }] : []
  })
}

const isPredefined = (name: string): boolean =>
  /^Identity-[HV]$/.test(name) || PREDEFINED.some(([, pattern]) => pattern.test(name))

export const fontDictionaryConditions: MachineCondition[] = [
  machine({
    id: '31-001',
    title: 'Registry of a font and of its CMap differ',
    subject: 'composite fonts with a CMap',
    check: (file) => collection(file, (own, cmap) => own.Registry !== cmap.Registry),
    spoil: (file) => ownCMap(file, { Registry: PDFString.of('Other') }),
  }),
  machine({
    id: '31-002',
    title: 'Ordering of a font and of its CMap differ',
    subject: 'composite fonts with a CMap',
    check: (file) => collection(file, (own, cmap) => own.Ordering !== cmap.Ordering),
    spoil: (file) => ownCMap(file, { Ordering: PDFString.of('Japan1') }),
  }),
  machine({
    id: '31-003',
    title: 'Supplements of a font and of its CMap do not agree',
    subject: 'composite fonts with a CMap',
    // The standard asks for a font's supplement that is no higher than its CMap's.
    check: (file) => collection(file, (own, cmap) => own.Supplement > cmap.Supplement),
    spoil: (file) => {
      ownCMap(file, {})
      const [font] = fontsOf(file, 'Type0')
      put(font && getDictionary(descendant(font), 'CIDSystemInfo'), 'Supplement', PDFNumber.of(5))
    },
  }),
  machine({
    id: '31-004',
    title: 'CIDToGIDMap is neither a stream nor Identity',
    subject: 'CID fonts of TrueType outlines',
    check: (file) =>
      each(fontsOf(file, 'CIDFontType2'), (font) => {
        const map = get(font, 'CIDToGIDMap')
        return map === undefined || map instanceof PDFStream || getName(font, 'CIDToGIDMap') === 'Identity'
          ? undefined
          : nameOf(font)
      }),
    spoil: (file) => put(fontsOf(file, 'CIDFontType2')[0], 'CIDToGIDMap', PDFName.of('Other')),
  }),
  machine({
    id: '31-005',
    title: 'There is no CIDToGIDMap',
    subject: 'CID fonts of TrueType outlines',
    check: (file) =>
      each(fontsOf(file, 'CIDFontType2'), (font) => (get(font, 'CIDToGIDMap') ? undefined : nameOf(font))),
    spoil: (file) => put(fontsOf(file, 'CIDFontType2')[0], 'CIDToGIDMap', undefined),
  }),
  machine({
    id: '31-006',
    title: 'A CMap is neither a known one nor embedded',
    subject: 'composite fonts',
    check: (file) =>
      each(fontsOf(file, 'Type0'), (font) => {
        const isKnown =
          get(font, 'Encoding') instanceof PDFStream || isPredefined(getName(font, 'Encoding') ?? '')
        return isKnown ? undefined : nameOf(font)
      }),
    spoil: (file) => put(fontsOf(file, 'Type0')[0], 'Encoding', PDFName.of('Own-H')),
  }),
  machine({
    id: '31-007',
    title: 'The direction of a CMap is not that of its dictionary',
    subject: 'embedded CMaps',
    check: (file) =>
      each(cmaps(file), ({ name, stream }) => {
        const inside = Number(/\/WMode\s+(\d)/.exec(file.stream(stream))?.[1] ?? 0)
        return inside === (getNumber(stream.dict, 'WMode') ?? 0) ? undefined : name
      }),
    spoil: (file) => ownCMap(file, {}, { WMode: 1 }, '/WMode 0 def'),
  }),
  machine({
    id: '31-008',
    title: 'A CMap rests on one that is not a known one',
    subject: 'embedded CMaps',
    check: (file) =>
      each(cmaps(file), ({ name, stream }) => {
        const base = getName(stream.dict, 'UseCMap')
        const isUnknown = get(stream.dict, 'UseCMap') !== undefined && !isPredefined(base ?? '')
        return isUnknown ? name : undefined
      }),
    spoil: (file) => ownCMap(file, {}, { UseCMap: 'Own-H' }),
  }),
  machine({
    id: '31-009',
    title: 'A font is not embedded',
    subject: 'fonts that show text',
    check: (file) =>
      each(shownFonts(file), ({ font }) =>
        getName(font, 'Subtype') === 'Type3' || programOf(font) ? undefined : nameOf(font),
      ),
    spoil: (file) => {
      const [own] = shownFonts(file)
      put(own && descriptor(own.font), 'FontFile2', undefined)
    },
  }),
  machine({
    id: '31-027',
    title: 'Nothing leads from a font to Unicode',
    subject: 'fonts',
    check: (file) =>
      each(fontsOf(file, 'Type0', 'Type1', 'MMType1', 'TrueType', 'Type3'), (font) => {
        const subtype = getName(font, 'Subtype')
        const encoding = getName(font, 'Encoding') ?? getName(getDictionary(font, 'Encoding'), 'BaseEncoding')
        const isStandard = /^(?:MacRoman|MacExpert|WinAnsi)Encoding$/.test(encoding ?? '')
        const names = differences(font).every((name) => AGL_NAME.test(name))
        const ordering = getText(getDictionary(descendant(font), 'CIDSystemInfo'), 'Ordering') ?? ''
        const isCollection = subtype === 'Type0' && /^(?:GB1|CNS1|Japan1|Korea1)$/.test(ordering)
        const isPlain = subtype === 'TrueType' && !isSymbolic(font)
        const isNamed = subtype !== 'Type0' && names && (isStandard || differences(font).length > 0)
        return get(font, 'ToUnicode') || isCollection || isPlain || isNamed ? undefined : nameOf(font)
      }),
    spoil: (file) => put(fontsOf(file, 'Type0')[0], 'ToUnicode', undefined),
  }),
  machine({
    id: '31-028',
    title: 'A glyph stands for U+0000',
    subject: 'fonts with ToUnicode',
    check: (file) => unicodeProblem(file, /\0/),
    spoil: (file) => spoilUnicode(file, '0000'),
  }),
  machine({
    id: '31-029',
    title: 'A glyph stands for U+FEFF or U+FFFE',
    subject: 'fonts with ToUnicode',
    check: (file) => unicodeProblem(file, /[\uFEFF\uFFFE]/),
    spoil: (file) => spoilUnicode(file, 'FEFF'),
  }),
]

function unicodeProblem(file: CheckedFile, wrong: RegExp): Finding {
  return each(
    fontsOf(file, 'Type0', 'Type1', 'TrueType', 'Type3').filter((font) => get(font, 'ToUnicode')),
    (font) =>
      [...(unicodeOf(file, font)?.values() ?? [])].some((text) => wrong.test(text))
        ? nameOf(font)
        : undefined,
  )
}

function spoilUnicode(file: CheckedFile, digits: string): void {
  const map = file.context.stream(`1 beginbfchar <0001> <${digits}> endbfchar`)
  put(fontsOf(file, 'Type0')[0], 'ToUnicode', file.context.register(map))
}
