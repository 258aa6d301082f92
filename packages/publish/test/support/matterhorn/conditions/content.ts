import { PDFArray, PDFBool, PDFRef } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getDictionary, getName, getNumber, isTrue } from '../objects.ts'
import { drawMore, each, type MachineCondition, put, whole } from '../condition.ts'

export const contentConditions: MachineCondition[] = [
  {
    id: '01-003',
    by: 'machine',
    title: 'An artifact stands inside tagged content',
    subject: 'pages',
    check: ({ pages, drawings }) => ({
      tested: pages.length,
      failures: drawings.artifactInTagged.map((page) => `page ${page}`),
    }),
    spoil: (file) => drawMore(file, '/P <</MCID 0>> BDC /Artifact BMC 0 0 1 1 re f EMC EMC'),
  },
  {
    id: '01-004',
    by: 'machine',
    title: 'Tagged content stands inside an artifact',
    subject: 'pages',
    check: ({ pages, drawings }) => ({
      tested: pages.length,
      failures: drawings.taggedInArtifact.map((page) => `page ${page}`),
    }),
    spoil: (file) => drawMore(file, '/Artifact BMC /P <</MCID 0>> BDC 0 0 1 1 re f EMC EMC'),
  },
  {
    id: '01-005',
    by: 'machine',
    title: 'Content is neither tagged nor an artifact',
    subject: 'things that are shown',
    check: (file) =>
      each(file.drawings.shown, ({ page, kind, mcid, isArtifact }) =>
        isArtifact || isTagged(file, page, mcid) ? undefined : `${kind} on page ${page}, piece ${mcid}`,
      ),
    spoil: (file) => drawMore(file, '0 0 1 1 re f'),
  },
  {
    id: '01-007',
    by: 'machine',
    title: 'The file says that its tags are suspect',
    subject: 'files',
    check: ({ catalog }) =>
      whole(isTrue(getDictionary(catalog, 'MarkInfo'), 'Suspects') ? 'Suspects is true' : undefined),
    spoil: ({ catalog }) => put(getDictionary(catalog, 'MarkInfo'), 'Suspects', PDFBool.True),
  },
  {
    id: '30-001',
    by: 'machine',
    title: 'A drawing refers to another file',
    subject: 'drawings inside of drawings',
    check: (file) =>
      each(forms(file), ({ reference, dictionary }) =>
        get(dictionary, 'Ref') ? `object ${reference}` : undefined,
      ),
    spoil: (file) => {
      const form = file.context.flateStream('', { Type: 'XObject', Subtype: 'Form', Ref: {} })
      file.context.register(form)
    },
  },
  {
    id: '30-002',
    by: 'machine',
    title: 'A drawing with pieces of its own is drawn twice',
    subject: 'drawings inside of drawings',
    check: ({ drawings }) =>
      each([...drawings.forms], ([form, { uses, hasPieces }]) =>
        hasPieces && uses > 1 ? `object ${form}` : undefined,
      ),
    spoil: (file) => {
      const [page] = file.document.getPages()
      const source = '/P <</MCID 0>> BDC 0 0 1 1 re f EMC'
      const form = file.context.register(
        file.context.flateStream(source, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }),
      )
      const name = page?.node.newXObject('Twice', form).toString()
      drawMore(file, `${name} Do ${name} Do`)
    },
  },
]

function forms(file: CheckedFile): CheckedFile['dictionaries'] {
  return file.dictionaries.filter(({ dictionary }) => getName(dictionary, 'Subtype') === 'Form')
}

/** Whether a piece belongs to an element, and the tree of parents says so, too. */
function isTagged(file: CheckedFile, page: string, mcid: number | undefined): boolean {
  const owner = mcid === undefined ? undefined : file.tags.ownerOfPiece.get(`${page} ${mcid}`)
  if (!owner || mcid === undefined) return false
  const key = getNumber(file.pageOf(page), 'StructParents')
  const parents = file.tags.parentOf.get(key ?? -1)
  const own = parents instanceof PDFRef ? file.context.lookup(parents) : parents
  return own instanceof PDFArray && own.get(mcid)?.toString() === owner.reference
}
