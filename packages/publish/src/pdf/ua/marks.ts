import type { FailedCondition } from './claim.ts'

/** A drawing inside of a drawing, or an image, and the mark in which it is drawn. */
interface Drawn {
  /** As the resources name it. */
  name: string
  mark: 'none' | 'artifact' | 'tagged'
}

/** How what a drawing shows is marked. */
export interface DrawnMarks {
  /** Numbers of the pieces, and of those that show something. */
  pieces: Set<number>
  shown: Set<number>
  drawn: Drawn[]
  artifacts: number
  /** Texts, lines and areas in no mark that says what they are. */
  unmarked: number
  artifactsInTagged: number
  taggedInArtifacts: number
  /** Whether marks end that never began, or begin and never end. */
  isBroken: boolean
}

const SHOWING = new Set(['Tj', 'TJ', 'f', 'f*', 'F', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'])
/** The last letters of those and of what begins and ends marks: most lines end otherwise. */
const LAST = new Set(
  Array.from([...SHOWING, 'BDC', 'Do'], (operator) => operator.charCodeAt(operator.length - 1)),
)
const ARTIFACT = -1
const OTHER = -2

/** Reads a drawing as it is written into the file, an operator at the end of each line. */
export function readMarks(source: string): DrawnMarks {
  const found: DrawnMarks = {
    pieces: new Set(),
    shown: new Set(),
    drawn: [],
    artifacts: 0,
    unmarked: 0,
    artifactsInTagged: 0,
    taggedInArtifacts: 0,
    isBroken: false,
  }
  /** Marks inside of each other: a piece's number, or what else they are. */
  const open: number[] = []
  /** The innermost that says something. */
  let current: number | undefined
  for (let start = 0, end = 0; start < source.length; start = end + 1) {
    end = source.indexOf('\n', start)
    if (end < 0) end = source.length
    if (!LAST.has(source.charCodeAt(end - 1))) continue
    const operator = source.slice(Math.max(start, source.lastIndexOf(' ', end - 1) + 1), end)
    if (SHOWING.has(operator)) {
      if (current === undefined) found.unmarked++
      else if (current !== ARTIFACT) found.shown.add(current)
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) found.isBroken = true
      current = open.findLast((mark) => mark !== OTHER)
    } else if (operator.endsWith('BDC') || operator === 'BMC') {
      begin(source.slice(start, end))
      current = open.findLast((mark) => mark !== OTHER)
    } else if (operator === 'Do') {
      if (current !== undefined && current !== ARTIFACT) found.shown.add(current)
      const mark = current === undefined ? 'none' : current === ARTIFACT ? 'artifact' : 'tagged'
      found.drawn.push({ name: source.slice(start + 1, end - ' Do'.length), mark })
    }
  }
  if (open.length > 0) found.isBroken = true
  return found

  function begin(line: string): void {
    const mcid = /\/MCID (\d+)/.exec(line)?.[1]
    if (line.startsWith('/Artifact')) {
      found.artifacts++
      if (open.some((mark) => mark >= 0)) found.artifactsInTagged++
      open.push(ARTIFACT)
    } else if (mcid === undefined) {
      open.push(OTHER)
    } else {
      if (open.includes(ARTIFACT)) found.taggedInArtifacts++
      found.pieces.add(Number(mcid))
      open.push(Number(mcid))
    }
  }
}

/** Drawings by their object, a page's drawing by the object of the page. */
export interface DrawnPages {
  marks: ReadonlyMap<number, DrawnMarks>
  /** Pages that have a drawing. */
  pages: readonly number[]
  /** Whether an element of the structure owns a piece. */
  isOwned(drawing: number, mcid: number): boolean
}

/** The conditions that the marks of the pages may fail. */
export function markConditions({ marks, pages, isOwned }: DrawnPages): FailedCondition[] {
  const failed: FailedCondition[] = []
  const uses = new Map<number, number>()
  const fail = (id: string, reason: string, count = 1): void => {
    for (let left = count; left > 0; left--) failed.push({ id, reason })
  }
  for (const page of pages) check(page, 'none')
  for (const [drawing, count] of uses) {
    if (count > 1 && marks.get(drawing)?.pieces.size) fail('30-002', 'a part that is read is drawn twice')
  }
  return failed

  function check(drawing: number, outer: Drawn['mark']): void {
    const own = marks.get(drawing)
    if (!own || own.isBroken) {
      fail('01-005', 'what a page draws cannot be told apart')
      return
    }
    const { artifacts, artifactsInTagged, pieces, taggedInArtifacts, unmarked } = own
    fail(
      '01-003',
      'decoration stands inside of text that is read',
      outer === 'tagged' ? artifacts : artifactsInTagged,
    )
    fail(
      '01-004',
      'text that is read stands inside of decoration',
      outer === 'artifact' ? pieces.size : taggedInArtifacts,
    )
    if (outer === 'none') fail('01-005', 'a page shows what is neither read nor decoration', unmarked)
    for (const mcid of own.shown) {
      if (outer !== 'artifact' && !isOwned(drawing, mcid)) {
        fail('01-005', 'a page shows what belongs to no part of the text')
      }
    }
    for (const { name, mark } of own.drawn) {
      // Chromium makes the name of a drawing of the number of its object.
      const number = Number(name.slice(1))
      const inside = outer === 'none' ? mark : outer
      if (marks.has(number)) {
        uses.set(number, (uses.get(number) ?? 0) + 1)
        check(number, inside)
      } else if (inside === 'none')
        fail('01-005', 'a page shows a picture that is neither read nor decoration')
    }
  }
}
