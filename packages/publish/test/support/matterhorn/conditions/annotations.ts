import { PDFName } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getDictionary, getName, getNumber, getText, list } from '../objects.ts'
import { annotate, each, type MachineCondition, put, retype, text } from '../condition.ts'
import { operators } from '../operators.ts'
import { tagsOf } from '../tags.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

/** ISO 32000-1, table 169. */
const KNOWN =
  'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact'.split(
    ' ',
  )

type Annotation = CheckedFile['annotations'][number]

/** Annotations that a reader may meet, of some types. */
function visible(file: CheckedFile, isWanted: (type: string) => boolean): Annotation[] {
  return file.annotations.filter(({ dictionary }) => {
    const isHidden = ((getNumber(dictionary, 'F') ?? 0) & 2) !== 0
    return !isHidden && isWanted(getName(dictionary, 'Subtype') ?? '')
  })
}

function ownerOf(
  file: CheckedFile,
  { reference }: Annotation,
): CheckedFile['tags']['all'][number] | undefined {
  return file.tags.ownerOfAnnotation.get(String(reference))
}

/** Whether an annotation says what it is, itself or by its element. */
function isDescribed(file: CheckedFile, annotation: Annotation): boolean {
  const owner = ownerOf(file, annotation)
  return Boolean(getText(annotation.dictionary, 'Contents') || (owner && getText(owner.dictionary, 'Alt')))
}

function pagesWithAnnotations(file: CheckedFile): CheckedFile['pages'] {
  return file.pages.filter(({ dictionary }) => list(get(dictionary, 'Annots')).length > 0)
}

function isDirectlyIn(file: CheckedFile, annotation: Annotation, type: string): boolean {
  return ownerOf(file, annotation)?.standard === type
}

const clips = (file: CheckedFile): CheckedFile['dictionaries'] =>
  file.dictionaries.filter(({ dictionary }) => getName(dictionary, 'S') === 'MCD')

const isOrdinary = (type: string): boolean => !['Widget', 'Link', 'PrinterMark'].includes(type)

export const annotationConditions: MachineCondition[] = [
  machine({
    id: '28-002',
    title: 'An annotation that is no link and no field is not in an Annot',
    subject: 'annotations other than links and fields',
    check: (file) =>
      each(visible(file, isOrdinary), (own) =>
        isDirectlyIn(file, own, 'Annot') ? undefined : `object ${own.reference}`,
      ),
    spoil: (file) => void annotate(file, { Subtype: 'Text', Contents: text('a') }),
  }),
  machine({
    id: '28-004',
    title: 'An annotation says nothing about itself',
    subject: 'annotations',
    check: (file) =>
      each(
        visible(file, (type) => type !== 'Widget' && type !== 'PrinterMark'),
        (own) => (isDescribed(file, own) ? undefined : `object ${own.reference}`),
      ),
    spoil: (file) => put(file.annotations[0]?.dictionary, 'Contents', undefined),
  }),
  machine({
    id: '28-005',
    title: 'A field of a form has no name for readers',
    subject: 'fields of forms',
    check: (file) =>
      each(
        visible(file, (type) => type === 'Widget'),
        (own) => {
          const owner = ownerOf(file, own)
          const named = getText(own.dictionary, 'TU') ?? (owner && getText(owner.dictionary, 'Alt'))
          return named ? undefined : `object ${own.reference}`
        },
      ),
    spoil: (file) => void annotate(file, { Subtype: 'Widget', FT: 'Tx', T: text('a') }),
  }),
  machine({
    id: '28-006',
    title: 'An annotation of an unknown type is not in an Annot or says nothing',
    subject: 'annotations of unknown types',
    check: (file) =>
      each(
        visible(file, (type) => !KNOWN.includes(type)),
        (own) =>
          isDirectlyIn(file, own, 'Annot') && isDescribed(file, own) ? undefined : `object ${own.reference}`,
      ),
    spoil: (file) => void annotate(file, { Subtype: 'Balloon' }),
  }),
  machine({
    id: '28-007',
    title: 'There is a trap network',
    subject: 'annotations',
    check: (file) =>
      each(file.annotations, ({ reference, dictionary }) =>
        getName(dictionary, 'Subtype') === 'TrapNet' ? `object ${reference}` : undefined,
      ),
    spoil: (file) => void annotate(file, { Subtype: 'TrapNet' }),
  }),
  machine({
    id: '28-008',
    title: 'A page with annotations has no tab order',
    subject: 'pages with annotations',
    check: (file) =>
      each(pagesWithAnnotations(file), ({ reference, dictionary }) =>
        get(dictionary, 'Tabs') ? undefined : `page ${reference}`,
      ),
    spoil: (file) => put(pagesWithAnnotations(file)[0]?.dictionary, 'Tabs', undefined),
  }),
  machine({
    id: '28-009',
    title: 'The tab order of a page is not that of the structure',
    subject: 'pages with annotations',
    check: (file) =>
      each(pagesWithAnnotations(file), ({ reference, dictionary }) => {
        const order = getName(dictionary, 'Tabs')
        return order === undefined || order === 'S' ? undefined : `page ${reference}`
      }),
    spoil: (file) => put(pagesWithAnnotations(file)[0]?.dictionary, 'Tabs', PDFName.of('R')),
  }),
  machine({
    id: '28-010',
    title: 'A field of a form is not in a Form',
    subject: 'fields of forms',
    check: (file) =>
      each(
        visible(file, (type) => type === 'Widget'),
        (own) => (isDirectlyIn(file, own, 'Form') ? undefined : `object ${own.reference}`),
      ),
    spoil: (file) => void annotate(file, { Subtype: 'Widget', FT: 'Tx', T: text('a'), TU: text('a') }),
  }),
  machine({
    id: '28-011',
    title: 'A link is not in a Link',
    subject: 'links',
    check: (file) =>
      each(
        visible(file, (type) => type === 'Link'),
        (own) => (isDirectlyIn(file, own, 'Link') ? undefined : `object ${own.reference}`),
      ),
    spoil: (file) => retype(tagsOf(file, 'Link')[0], 'Span'),
  }),
  machine({
    id: '28-012',
    title: 'A link has no description',
    subject: 'links',
    check: (file) =>
      each(
        visible(file, (type) => type === 'Link'),
        ({ reference, dictionary }) => (getText(dictionary, 'Contents') ? undefined : `object ${reference}`),
      ),
    spoil: (file) => put(file.annotations[0]?.dictionary, 'Contents', undefined),
  }),
  machine({
    id: '28-014',
    title: 'A clip does not say of what kind it is',
    subject: 'media clips',
    check: (file) =>
      each(clips(file), ({ reference, dictionary }) =>
        getText(dictionary, 'CT') ? undefined : `object ${reference}`,
      ),
    spoil: ({ context }) => void context.register(context.obj({ S: 'MCD' })),
  }),
  machine({
    id: '28-015',
    title: 'A clip has no alternative text',
    subject: 'media clips',
    check: (file) =>
      each(clips(file), ({ reference, dictionary }) =>
        list(get(dictionary, 'Alt')).length > 0 ? undefined : `object ${reference}`,
      ),
    spoil: ({ context }) => void context.register(context.obj({ S: 'MCD', CT: text('video/mp4') })),
  }),
  machine({
    id: '28-016',
    title: 'A file that is attached has no name, or only one',
    subject: 'attached files',
    check: (file) =>
      each(
        visible(file, (type) => type === 'FileAttachment'),
        ({ reference, dictionary }) => {
          const specification = getDictionary(dictionary, 'FS')
          return getText(specification, 'F') && getText(specification, 'UF')
            ? undefined
            : `object ${reference}`
        },
      ),
    spoil: (file) => void annotate(file, { Subtype: 'FileAttachment', FS: { F: text('notes.txt') } }),
  }),
  machine({
    id: '28-017',
    title: 'A mark of the printer stands in the structure',
    subject: 'marks of the printer',
    check: (file) =>
      each(
        visible(file, (type) => type === 'PrinterMark'),
        (own) => {
          const inTree = ownerOf(file, own) !== undefined || get(own.dictionary, 'StructParent') !== undefined
          return inTree ? `object ${own.reference}` : undefined
        },
      ),
    spoil: (file) => void annotate(file, { Subtype: 'PrinterMark', StructParent: 0 }),
  }),
  machine({
    id: '28-018',
    title: 'A mark of the printer is not drawn as an artifact',
    subject: 'marks of the printer',
    check: (file) =>
      each(
        visible(file, (type) => type === 'PrinterMark'),
        ({ reference, dictionary }) => {
          const drawing = file.stream(get(getDictionary(dictionary, 'AP'), 'N'))
          const [first] = operators(drawing)
          const isArtifact = first?.operands[0] === '/Artifact' && drawing.trim().endsWith('EMC')
          return isArtifact ? undefined : `object ${reference}`
        },
      ),
    spoil: (file) => {
      const drawing = file.context.register(file.context.flateStream('0 0 1 1 re f'))
      annotate(file, { Subtype: 'PrinterMark', AP: { N: drawing } })
    },
  }),
]
