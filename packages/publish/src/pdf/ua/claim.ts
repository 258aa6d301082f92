import { headingLevel } from './headings.ts'
import type { StructureElement } from './structure.ts'
import { STANDARD_TYPES, TYPE_ROLES } from './types.ts'

/** A condition of the Matterhorn protocol under which a file is not PDF/UA-1. */
export interface FailedCondition {
  /** E.g. `13-004`. */
  id: string
  /** Half a sentence for the user. */
  reason: string
}

/** What may stand right below a type, where ISO 32000-1 says so (tables 333, 336–338). */
const MAY_HOLD: Record<string, readonly string[]> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
  Ruby: ['RB', 'RT', 'RP'],
}

/** What may stand below nothing else, and the conditions for both. */
const MUST_STAND_IN: Record<string, readonly string[]> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
  RB: ['Ruby'],
  RT: ['Ruby'],
  RP: ['Ruby'],
}

const NESTING: readonly [RegExp, string][] = [
  [/^T(?:able|R|H|D|Head|Body|Foot)$/, '09-004'],
  [/^L(?:I|Body)?$/, '09-005'],
  [/^TOCI?$/, '09-006'],
  [/^R(?:uby|B|T|P)$/, '09-007'],
]

/** The conditions that a structure may fail. */
export function structureConditions(elements: readonly StructureElement[]): FailedCondition[] {
  const failed: FailedCondition[] = []
  const fail = (id: string, reason: string): void => {
    failed.push({ id, reason })
  }
  const ids = new Set<string>()
  let level = 0
  for (const element of elements) {
    const { type, alt, id, attributes, kids } = element
    if (!STANDARD_TYPES.has(type) && !(type in TYPE_ROLES)) fail('02-001', `the type ${type} has no meaning`)
    if (type === 'Figure' && !isText(alt)) fail('13-004', 'a picture has no alternative text')
    if (type === 'Formula' && !isText(alt)) fail('17-002', 'a formula has no alternative text')
    if (type === 'TH' && !attributes?.get('/Table')?.has('/Scope')) {
      fail('15-003', 'a head of a table does not say what it is the head of')
    }
    if (type === 'Note' && id === undefined) fail('19-003', 'a note has no name')
    if (id !== undefined && ids.has(id)) fail('19-004', 'two parts have one name')
    if (id !== undefined) ids.add(id)
    for (const kid of kids) {
      if (kid.kind !== 'element') continue
      const holds = MAY_HOLD[type]
      if (holds && !holds.includes(kid.type)) fail(nestingOf(type), `${kid.type} stands in ${type}`)
      const places = MUST_STAND_IN[kid.type]
      if (places && !places.includes(type)) fail(nestingOf(kid.type), `${kid.type} stands in ${type}`)
    }
    const own = headingLevel(element)
    if (own === undefined) continue
    if (level === 0 && own !== 1) fail('14-002', 'the first heading is not of the first level')
    else if (own > level + 1) fail('14-003', 'a level of headings is left out')
    level = own
  }
  return failed
}

function isText(alt: string | undefined): boolean {
  return alt !== undefined && alt !== '()' && alt !== '<>' && alt !== '<FEFF>'
}

function nestingOf(type: string): string {
  return NESTING.find(([pattern]) => pattern.test(type))?.[1] ?? '09-003'
}

/** The conditions that what a file says of itself may fail. */
export function catalogConditions(catalog: string, title: string): FailedCondition[] {
  const failed: FailedCondition[] = []
  if (!/\/Marked true/.test(catalog)) failed.push({ id: '01-005', reason: 'the file has no tags' })
  if (!/\/DisplayDocTitle true/.test(catalog)) {
    failed.push({ id: '07-001', reason: 'readers are not told to show the title' })
  }
  if (!/\/Lang \([A-Za-z]/.test(catalog)) failed.push({ id: '11-001', reason: 'the language is not named' })
  if (title.trim() === '') failed.push({ id: '06-003', reason: 'the book has no title' })
  return failed
}

/** One sentence for each condition, however often it fails. */
export function uniqueConditions(failed: readonly FailedCondition[]): FailedCondition[] {
  const first = new Map<string, FailedCondition & { count: number }>()
  for (const each of failed) {
    const known = first.get(each.id)
    if (known) known.count++
    else first.set(each.id, { ...each, count: 1 })
  }
  return Array.from(first.values(), ({ id, reason, count }) => ({
    id,
    reason: count > 1 ? `${reason}, ${count} times` : reason,
  }))
}
