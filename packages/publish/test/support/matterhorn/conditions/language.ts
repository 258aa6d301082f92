import { PDFName } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getText, list } from '../objects.ts'
import { each, type MachineCondition, put, text, whole } from '../condition.ts'
import type { Tag } from '../tags.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

function hasLanguage({ catalog }: CheckedFile): boolean {
  return (getText(catalog, 'Lang') ?? '') !== ''
}

/** Whether a tag or one above it names its language. */
function inLanguage(file: CheckedFile, tag: Tag | undefined): boolean {
  for (let at = tag; at; at = at.parent) if (getText(at.dictionary, 'Lang')) return true
  return hasLanguage(file)
}

function forgetLanguages(file: CheckedFile): void {
  file.catalog.delete(PDFName.of('Lang'))
  for (const { dictionary } of file.tags.all) dictionary.delete(PDFName.of('Lang'))
}

function fields(file: CheckedFile): CheckedFile['dictionaries'] {
  return file.dictionaries.filter(({ dictionary }) => get(dictionary, 'TU'))
}

export const languageConditions: MachineCondition[] = [
  machine({
    id: '11-001',
    title: 'The language of a text is not known',
    subject: 'texts',
    check: (file) =>
      each(
        file.drawings.texts.filter(({ mcid }) => mcid !== undefined),
        ({ page, mcid }) => {
          const piece = `${page} ${mcid}`
          if (file.drawings.languages.has(piece)) return undefined
          return inLanguage(file, file.tags.ownerOfPiece.get(piece))
            ? undefined
            : `page ${page}, piece ${mcid}`
        },
      ),
    spoil: forgetLanguages,
  }),
  machine({
    id: '11-002',
    title: 'The language of an alternative text is not known',
    subject: 'alternative texts',
    check: (file) =>
      each(
        file.tags.all.filter(({ dictionary }) =>
          ['Alt', 'ActualText', 'E'].some((key) => get(dictionary, key)),
        ),
        (tag) => (inLanguage(file, tag) ? undefined : `${tag.type} ${tag.reference}`),
      ),
    spoil: forgetLanguages,
  }),
  machine({
    id: '11-003',
    title: 'The language of the outline is not known',
    subject: 'outlines',
    check: (file) =>
      each(list(get(file.catalog, 'Outlines')), () =>
        hasLanguage(file) ? undefined : 'no language of the file',
      ),
    spoil: forgetLanguages,
  }),
  machine({
    id: '11-004',
    title: 'The language of the description of an annotation is not known',
    subject: 'descriptions of annotations',
    check: (file) =>
      each(
        file.annotations.filter(({ dictionary }) => get(dictionary, 'Contents')),
        ({ reference }) =>
          inLanguage(file, file.tags.ownerOfAnnotation.get(String(reference)))
            ? undefined
            : `object ${reference}`,
      ),
    spoil: forgetLanguages,
  }),
  machine({
    id: '11-005',
    title: 'The language of the name of a field is not known',
    subject: 'fields of forms',
    check: (file) =>
      each(fields(file), ({ reference }) => (hasLanguage(file) ? undefined : `object ${reference}`)),
    spoil: (file) => {
      file.context.register(file.context.obj({ FT: 'Tx', T: text('a'), TU: text('Name') }))
      forgetLanguages(file)
    },
  }),
  machine({
    id: '11-006',
    title: 'The language of the metadata is not known',
    subject: 'files',
    check: (file) => {
      const named = [...file.xmp.matchAll(/xml:lang="([^"]*)"/g)].some(([, name]) => name !== 'x-default')
      return whole(named || hasLanguage(file) ? undefined : 'no language')
    },
    spoil: (file) => {
      forgetLanguages(file)
      const plain = file.xmp.replaceAll(/xml:lang="[^"]*"/g, 'xml:lang="x-default"')
      put(file.catalog, 'Metadata', file.context.register(file.context.stream(Buffer.from(plain))))
    },
  }),
]
