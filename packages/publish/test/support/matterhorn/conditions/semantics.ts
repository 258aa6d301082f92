import { PDFArray, PDFName } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getText } from '../objects.ts'
import { each, type Finding, type MachineCondition, put, retype } from '../condition.ts'
import { attribute, type Tag, tagsOf } from '../tags.ts'
import { unmapped } from './characters.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

const NUMBERED = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']

/** Looks at each numbered heading and the level before it, 0 for none. */
function headings(file: CheckedFile, problem: (level: number, before: number) => boolean): Finding {
  let before = 0
  return each(tagsOf(file, ...NUMBERED), ({ standard }) => {
    const level = Number(standard.slice(1))
    const isWrong = problem(level, before)
    const found = isWrong ? `H${level} after ${before === 0 ? 'nothing' : `H${before}`}` : undefined
    before = level
    return found
  })
}

function hasText({ dictionary }: Tag, ...keys: string[]): boolean {
  return keys.some((key) => (getText(dictionary, key) ?? '').trim() !== '')
}

function tableOf(cell: Tag): Tag | undefined {
  let at = cell.parent
  while (at && at.standard !== 'Table') at = at.parent
  return at
}

function cellsOf(table: Tag): Tag[] {
  return table.kids.flatMap((kid) =>
    ['TH', 'TD'].includes(kid.standard) ? [kid] : kid.standard === 'Table' ? [] : cellsOf(kid),
  )
}

/** Whether every cell of a table names its heads, and they have the names. */
function isOrganised(table: Tag): boolean {
  const cells = cellsOf(table)
  const ids = new Set(cells.map(({ dictionary }) => getText(dictionary, 'ID')))
  const data = cells.filter(({ standard }) => standard === 'TD')
  return data.every((cell) => {
    const heads = attribute(cell, 'Table', 'Headers')
    if (!(heads instanceof PDFArray) || heads.size() === 0) return false
    return heads
      .asArray()
      .every((_, at) => ids.has((heads.lookup(at) as { decodeText?(): string }).decodeText?.()))
  })
}

export const semanticConditions: MachineCondition[] = [
  machine({
    id: '13-004',
    title: 'A figure has no alternative text',
    subject: 'figures',
    check: (file) =>
      each(tagsOf(file, 'Figure'), (tag) =>
        hasText(tag, 'Alt', 'ActualText') ? undefined : `figure ${tag.reference}`,
      ),
    spoil: (file) => put(tagsOf(file, 'Figure')[0]?.dictionary, 'Alt', undefined),
  }),
  machine({
    id: '14-002',
    title: 'The first numbered heading is not H1',
    subject: 'headings',
    check: (file) => headings(file, (level, before) => before === 0 && level !== 1),
    spoil: (file) => retype(tagsOf(file, ...NUMBERED)[0], 'H2'),
  }),
  machine({
    id: '14-003',
    title: 'A level of headings is left out',
    subject: 'headings',
    check: (file) => headings(file, (level, before) => before !== 0 && level > before + 1),
    spoil: (file) => retype(tagsOf(file, 'H2')[0], 'H4'),
  }),
  machine({
    id: '14-006',
    title: 'One element holds two H',
    subject: 'tags',
    check: (file) =>
      each(file.tags.all, ({ kids, type }) =>
        kids.filter(({ standard }) => standard === 'H').length > 1 ? `in ${type}` : undefined,
      ),
    spoil: (file) => {
      const section = file.tags.all.find(({ kids }) => kids.length > 1)
      for (const kid of section?.kids ?? []) retype(kid, 'H')
    },
  }),
  machine({
    id: '14-007',
    title: 'There are both H and numbered headings',
    subject: 'files',
    check: (file) => ({
      tested: 1,
      failures: tagsOf(file, 'H').length > 0 && tagsOf(file, ...NUMBERED).length > 0 ? ['H and H1'] : [],
    }),
    spoil: (file) => retype(tagsOf(file, 'H2')[0], 'H'),
  }),
  machine({
    id: '15-003',
    title: 'A head of a table without Headers has no Scope',
    subject: 'heads of tables',
    check: (file) =>
      each(tagsOf(file, 'TH'), (head) => {
        const table = tableOf(head)
        if (attribute(head, 'Table', 'Scope') || (table && isOrganised(table))) return undefined
        return `head ${head.reference}`
      }),
    spoil: (file) => {
      for (const cell of tagsOf(file, 'TH', 'TD')) cell.dictionary.delete(PDFName.of('A'))
    },
  }),
  machine({
    id: '17-002',
    title: 'A formula has no alternative text',
    subject: 'formulas',
    check: (file) =>
      each(tagsOf(file, 'Formula'), (tag) => (hasText(tag, 'Alt') ? undefined : `formula ${tag.reference}`)),
    spoil: (file) => retype(tagsOf(file, 'P')[0], 'Formula'),
  }),
  machine({
    id: '17-003',
    title: 'Characters of a formula cannot be mapped to Unicode',
    subject: 'formulas',
    check: (file) => {
      const formulas = tagsOf(file, 'Formula')
      const pieces = new Set(formulas.flatMap(({ pieces: own }) => own))
      const texts = file.drawings.texts.filter(({ page, mcid }) => pieces.has(`${page} ${mcid}`))
      return { tested: formulas.length, failures: unmapped(file, texts) }
    },
    spoil: (file) => {
      const formula = file.tags.all.find(({ pieces }) => pieces.length > 0)
      retype(formula, 'Formula')
      for (const { font } of file.drawings.texts) font?.delete(PDFName.of('ToUnicode'))
    },
  }),
  machine({
    id: '19-003',
    title: 'A note has no ID',
    subject: 'notes',
    check: (file) =>
      each(tagsOf(file, 'Note'), ({ dictionary, reference }) =>
        getText(dictionary, 'ID') ? undefined : `note ${reference}`,
      ),
    spoil: (file) => put(tagsOf(file, 'Note')[0]?.dictionary, 'ID', undefined),
  }),
  machine({
    id: '19-004',
    title: 'The ID of a note is that of something else, too',
    subject: 'notes',
    check: (file) => {
      const counts = new Map<string, number>()
      for (const { dictionary } of file.tags.all) {
        const id = getText(dictionary, 'ID')
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
      }
      return each(tagsOf(file, 'Note'), ({ dictionary }) => {
        const id = getText(dictionary, 'ID')
        return id !== undefined && (counts.get(id) ?? 0) > 1 ? id : undefined
      })
    },
    spoil: (file) => {
      const [first, second] = tagsOf(file, 'Note')
      put(second?.dictionary, 'ID', first && get(first.dictionary, 'ID'))
    },
  }),
]
