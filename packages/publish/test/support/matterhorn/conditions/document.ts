import { PDFBool, type PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { asDictionary, get, getDictionary, getNumber, getText, list } from '../objects.ts'
import { each, type MachineCondition, put, text, whole } from '../condition.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

function replaceXmp(file: CheckedFile, from: RegExp, to: string): void {
  const stream = file.context.stream(Buffer.from(file.xmp.replace(from, to)), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  put(file.catalog, 'Metadata', file.context.register(stream))
}

/** Configurations of optional content: `D`, and those of `Configs`. */
function configurations({ catalog, context }: CheckedFile, key: 'D' | 'Configs'): PDFDict[] {
  return list(get(getDictionary(catalog, 'OCProperties'), key)).flatMap(
    (value) => asDictionary(value instanceof PDFRef ? context.lookup(value) : value) ?? [],
  )
}

function encryption({ context }: CheckedFile): PDFDict[] {
  const value = context.trailerInfo.Encrypt
  const dictionary = asDictionary(value instanceof PDFRef ? context.lookup(value) : value)
  return dictionary ? [dictionary] : []
}

export const documentConditions: MachineCondition[] = [
  machine({
    id: '06-001',
    title: 'There are no metadata in XMP',
    subject: 'files',
    check: (file) => whole(file.xmp.includes('<rdf:RDF') ? undefined : 'no XMP'),
    spoil: ({ catalog }) => put(catalog, 'Metadata', undefined),
  }),
  machine({
    id: '06-002',
    title: 'The metadata do not say that the file follows PDF/UA',
    subject: 'files',
    check: ({ xmp }) => {
      const part = /<pdfuaid:part[^>]*>(\d+)<\/pdfuaid:part>|pdfuaid:part="(\d+)"/.exec(xmp)
      return whole((part?.[1] ?? part?.[2]) === '1' ? undefined : 'no pdfuaid:part 1')
    },
    spoil: (file) => replaceXmp(file, /<pdfuaid:part[^]*?<\/pdfuaid:part>/, ''),
  }),
  machine({
    id: '06-003',
    title: 'The metadata have no title',
    subject: 'files',
    check: ({ xmp }) =>
      whole(/<dc:title>[^]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp) ? undefined : 'no dc:title'),
    spoil: (file) => replaceXmp(file, /<dc:title>[^]*?<\/dc:title>/, ''),
  }),
  machine({
    id: '07-001',
    title: 'Viewers are not told whether to show the title',
    subject: 'files',
    check: ({ catalog }) =>
      whole(get(getDictionary(catalog, 'ViewerPreferences'), 'DisplayDocTitle') ? undefined : 'no entry'),
    spoil: ({ catalog }) => put(getDictionary(catalog, 'ViewerPreferences'), 'DisplayDocTitle', undefined),
  }),
  machine({
    id: '07-002',
    title: 'Viewers are told not to show the title',
    subject: 'files',
    check: ({ catalog }) =>
      whole(
        get(getDictionary(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === PDFBool.False
          ? 'false'
          : undefined,
      ),
    spoil: ({ catalog }) =>
      put(getDictionary(catalog, 'ViewerPreferences'), 'DisplayDocTitle', PDFBool.False),
  }),
  machine({
    id: '20-001',
    title: 'A configuration of optional content has no name',
    subject: 'configurations of optional content',
    check: (file) =>
      each(configurations(file, 'Configs'), (own) => (getText(own, 'Name') ? undefined : 'no name')),
    spoil: ({ catalog, context }) => put(catalog, 'OCProperties', context.obj({ Configs: [{}] })),
  }),
  machine({
    id: '20-002',
    title: 'The first configuration of optional content has no name',
    subject: 'configurations of optional content',
    check: (file) => each(configurations(file, 'D'), (own) => (getText(own, 'Name') ? undefined : 'no name')),
    spoil: ({ catalog, context }) => put(catalog, 'OCProperties', context.obj({ D: {} })),
  }),
  machine({
    id: '20-003',
    title: 'Optional content is shown and hidden by itself',
    subject: 'configurations of optional content',
    check: (file) =>
      each([...configurations(file, 'D'), ...configurations(file, 'Configs')], (own) =>
        get(own, 'AS') ? 'an AS entry' : undefined,
      ),
    spoil: ({ catalog, context }) => put(catalog, 'OCProperties', context.obj({ D: { AS: [] } })),
  }),
  machine({
    id: '21-001',
    title: 'An embedded file has no name, or only one',
    subject: 'embedded files',
    check: (file) =>
      each(
        file.dictionaries.filter(({ dictionary }) => get(dictionary, 'EF')),
        ({ reference, dictionary }) =>
          getText(dictionary, 'F') && getText(dictionary, 'UF') ? undefined : `object ${reference}`,
      ),
    spoil: ({ context }) => {
      context.register(context.obj({ Type: 'Filespec', F: text('notes.txt'), EF: {} }))
    },
  }),
  machine({
    id: '25-001',
    title: 'A form in XFA must be laid out by the reader',
    subject: 'forms in XFA',
    check: (file) =>
      each(list(get(getDictionary(file.catalog, 'AcroForm'), 'XFA')), (part) => {
        const source = file.stream(part instanceof PDFRef ? file.context.lookup(part) : part)
        return /<dynamicRender>\s*required\s*</.test(source) ? 'dynamicRender is required' : undefined
      }),
    spoil: ({ catalog, context }) => {
      const part = context.register(context.stream('<dynamicRender>required</dynamicRender>'))
      put(catalog, 'AcroForm', context.obj({ Fields: [], XFA: [text('config'), part] }))
    },
  }),
  machine({
    id: '26-001',
    title: 'The file is encrypted and names no permissions',
    subject: 'encryptions',
    check: (file) =>
      each(encryption(file), (own) => (getNumber(own, 'P') === undefined ? 'no P' : undefined)),
    spoil: ({ context }) => {
      context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard' })
    },
  }),
  machine({
    id: '26-002',
    title: 'The file is encrypted and kept from reading aloud',
    subject: 'encryptions',
    check: (file) =>
      each(encryption(file), (own) =>
        ((getNumber(own, 'P') ?? 0) & 0x2_00) === 0 ? 'bit 10 is not set' : undefined,
      ),
    spoil: ({ context }) => {
      context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard', P: PDFNumber.of(-3904 & ~0x2_00) })
    },
  }),
]
