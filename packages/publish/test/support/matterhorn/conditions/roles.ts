import { PDFName } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { getDictionary } from '../objects.ts'
import { each, type Finding, type MachineCondition, put, retype } from '../condition.ts'
import { STANDARD, standardOf, type Tag, tagsOf } from '../tags.ts'

/** What may stand right below a type, and what a type may stand right below: ISO 32000-1, tables 333 and 336–338. */
const BELOW: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
  Ruby: ['RB', 'RT', 'RP'],
  Warichu: ['WT', 'WP'],
}

const ABOVE: Record<string, string[]> = {
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  RB: ['Ruby'],
  RT: ['Ruby'],
  RP: ['Ruby'],
  WT: ['Warichu'],
  WP: ['Warichu'],
}

function nesting(file: CheckedFile, ...types: string[]): Finding {
  return each(tagsOf(file, ...types), (tag) => {
    const { standard, kids, parent } = tag
    const wrong = kids.find((kid) => BELOW[standard] && !BELOW[standard].includes(kid.standard))
    if (wrong) return `${wrong.standard} in ${standard}`
    if (ABOVE[standard] && !ABOVE[standard].includes(parent?.standard ?? '')) {
      return `${standard} in ${parent?.standard}`
    }
    return shapeProblem(tag)
  })
}

/** What the tables say about order and number. */
function shapeProblem({ standard, kids }: Tag): string | undefined {
  const types = kids.map((kid) => kid.standard)
  if (standard === 'Table' && types.filter((type) => type === 'THead').length > 1)
    return 'two heads in a table'
  if (standard === 'Table' && types.includes('THead') && !types.includes('TBody'))
    return 'a head without a body'
  if (standard === 'Ruby' && !['RB RT', 'RB RP RT RP'].includes(types.join(' ')))
    return `Ruby of ${types.join(' ')}`
  const captions = types.filter((type) => type === 'Caption').length
  if (captions > 1) return 'two captions'
  if ((standard === 'L' || standard === 'TOC') && captions === 1 && types[0] !== 'Caption')
    return 'a late caption'
  return undefined
}

const syntax = (
  id: string,
  title: string,
  subject: string,
  types: string[],
  spoil: (file: CheckedFile) => void,
): MachineCondition => ({
  id,
  by: 'machine',
  title,
  subject,
  check: (file) => nesting(file, ...types),
  spoil,
})

export const roleConditions: MachineCondition[] = [
  {
    id: '02-001',
    by: 'machine',
    title: 'A type that is not standard is mapped to none that is',
    subject: 'tags',
    check: ({ tags }) =>
      each(tags.all, ({ type }) => (standardOf(type, tags.roles) ? undefined : `the type ${type}`)),
    spoil: (file) => retype(tagsOf(file, 'P')[0], 'Absatz'),
  },
  {
    id: '02-003',
    by: 'machine',
    title: 'The role map goes in a circle',
    subject: 'entries of the role map',
    check: ({ tags: { roles } }) =>
      each([...roles.keys()], (type) => {
        const seen = new Set<string>()
        let at: string | undefined = type
        while (at !== undefined && !seen.has(at)) {
          seen.add(at)
          at = roles.get(at)
        }
        return at === undefined ? undefined : `the type ${type}`
      }),
    spoil: (file) => {
      const roles = getDictionary(getDictionary(file.catalog, 'StructTreeRoot'), 'RoleMap')
      put(roles, 'Em', PDFName.of('Strong'))
      put(roles, 'Strong', PDFName.of('Em'))
    },
  },
  {
    id: '02-004',
    by: 'machine',
    title: 'A standard type is mapped to another',
    subject: 'entries of the role map',
    check: ({ tags: { roles } }) =>
      each([...roles.keys()], (type) => (STANDARD.includes(type) ? `the type ${type}` : undefined)),
    spoil: (file) => {
      put(getDictionary(getDictionary(file.catalog, 'StructTreeRoot'), 'RoleMap'), 'P', PDFName.of('Span'))
    },
  },
  syntax(
    '09-004',
    'Parts of a table stand where they may not',
    'parts of tables',
    ['Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD'],
    (file) => retype(tagsOf(file, 'TR')[0], 'P'),
  ),
  syntax(
    '09-005',
    'Parts of a list stand where they may not',
    'parts of lists',
    ['L', 'LI', 'LBody'],
    (file) => retype(tagsOf(file, 'LBody')[0], 'P'),
  ),
  syntax(
    '09-006',
    'Parts of contents stand where they may not',
    'parts of contents',
    ['TOC', 'TOCI'],
    (file) => retype(tagsOf(file, 'TOCI')[0], 'LI'),
  ),
  syntax('09-007', 'Parts of a ruby stand where they may not', 'rubies', ['Ruby', 'RB', 'RT', 'RP'], (file) =>
    retype(tagsOf(file, 'RT')[0], 'Span'),
  ),
  syntax(
    '09-008',
    'Parts of a warichu stand where they may not',
    'warichus',
    ['Warichu', 'WT', 'WP'],
    (file) => retype(tagsOf(file, 'P')[0], 'WT'),
  ),
]
