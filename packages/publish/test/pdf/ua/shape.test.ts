import { describe, expect, it } from 'vitest'
import { structureConditions } from '../../../src/pdf/ua/claim.ts'
import { adoptGenerated } from '../../../src/pdf/ua/generated.ts'
import { closeHeadingGaps } from '../../../src/pdf/ua/headings.ts'
import { marker } from '../../../src/pdf/ua/marker.ts'
import { nameNotes } from '../../../src/pdf/ua/notes.ts'
import { resolveMarkers } from '../../../src/pdf/ua/resolve.ts'
import { shapeStructure } from '../../../src/pdf/ua/shape.ts'
import { elementsOf, structureElement, type StructureKid } from '../../../src/pdf/ua/structure.ts'

let mcid = 0
const piece = (): StructureKid => ({ kind: 'content', page: 1, mcid: mcid++ })
const link = (): StructureKid => ({ kind: 'annotation', page: 1, annotation: 9 })
const make = structureElement
const words = (): StructureKid => make('NonStruct', [piece()])

/** A tree as text: `L(LI(Lbl LBody))`, pieces left out. */
function outline(kid: StructureKid): string {
  if (kid.kind !== 'element') return ''
  const inner = kid.kids.map(outline).filter(Boolean).join(' ')
  return inner === '' ? kid.type : `${kid.type}(${inner})`
}

function shaped(...kids: StructureKid[]): string {
  const document = make('Document', kids)
  resolveMarkers(document)
  shapeStructure(document)
  return outline(document)
}

const figure = (alt: string | undefined, kids: StructureKid[]): StructureKid => ({
  ...make('Figure', kids),
  ...(alt !== undefined && { alt: `<FEFF${Buffer.from(alt, 'utf16le').swap16().toString('hex')}>` }),
})
const meant = (type: string, ...kids: StructureKid[]): StructureKid => figure(marker(type), kids)

describe('the structure of a printed book', () => {
  it('has no containers without a meaning, and no text outside of paragraphs', () => {
    expect(shaped(make('NonStruct', [words(), make('Em', [words()]), make('P', [words()])]))).toBe(
      'Document(P(Em) P)',
    )
  })

  it('has lists of labels and bodies, other lists inside of them', () => {
    const inner = make('L', [make('LI', [make('Lbl', [piece()]), words()])])
    expect(shaped(make('L', [make('LI', [make('Lbl', [piece()]), words(), inner])]))).toBe(
      'Document(L(LI(Lbl LBody(L(LI(Lbl LBody))))))',
    )
  })

  it('puts entries of a glossary into a list', () => {
    const entry = (): StructureKid => meant('LI', meant('Lbl', words()), words())
    expect(shaped(meant('Sect', make('H1', [words()]), entry(), entry()))).toBe(
      'Document(Sect(H1 L(LI(Lbl LBody) LI(Lbl LBody))))',
    )
  })

  it('has tables of a head and a body, empty cells among the heads', () => {
    const row = (...types: string[]): StructureKid =>
      make(
        'TR',
        types.map((type) => make(type, type === 'TD' ? [] : [words()])),
      )
    expect(shaped(make('Table', [row('TH', 'TD'), row('TD', 'TD')]))).toBe(
      'Document(Table(THead(TR(TH TH)) TBody(TR(TD TD))))',
    )
    expect(shaped(make('Table', [row('TH', 'TH')]))).toBe('Document(Table(TR(TH TH)))')
  })

  it('makes one figure of a picture and its caption', () => {
    const caption = make('Caption', [words()])
    expect(shaped(figure(undefined, [figure('絵', [piece()]), caption]))).toBe('Document(Figure(Caption))')
    expect(
      shaped(figure(undefined, [make('NonStruct', [link(), words()]), make('Caption', [words()])])),
    ).toBe('Document(Div(P(Link) P))')
  })

  it('has a base and a reading in each ruby', () => {
    const reading = (): StructureKid => make('RT', [words()])
    expect(shaped(make('P', [make('Ruby', [words(), reading(), words(), reading()])]))).toBe(
      'Document(P(Ruby(RB RT) Ruby(RB RT)))',
    )
  })

  it('nests the contents by their levels', () => {
    const entry = (level: number): StructureKid => meant(`TOCI${level}`, make('Link', [words(), link()]))
    expect(shaped(meant('TOC', entry(1), entry(2), entry(3), entry(1)))).toBe(
      'Document(TOC(TOCI(Reference(Link) TOC(TOCI(Reference(Link) TOC(TOCI(Reference(Link)))))) TOCI(Reference(Link))))',
    )
  })

  it('has no type that the standard does not know', () => {
    expect(shaped(make('Aside', [make('P', [words()])]), make('Blink', [words()]))).toBe('Document(Div(P) P)')
  })

  it('has levels of headings without gaps; equals stay equal', () => {
    const document = make(
      'Document',
      ['H2', 'H4', 'H4', 'H1', 'H3'].map((type) => make(type, [piece()])),
    )
    closeHeadingGaps(elementsOf(document))
    expect(document.kids.map(outline)).toEqual(['H1', 'H2', 'H2', 'H1', 'H2'])
  })

  it('names notes after the names that there are', () => {
    const document = make('Document', [{ ...make('TH'), id: '(node00000004)' }, make('Note'), make('Note')])
    nameNotes(elementsOf(document))
    expect(elementsOf(document).map(({ id }) => id)).toEqual([
      undefined,
      '(node00000004)',
      '(node00000005)',
      '(node00000006)',
    ])
  })

  it('puts what a style sheet wrote beside the text of its line, outside of a link', () => {
    const at = (mcid: number): StructureKid => ({ kind: 'content', page: 1, mcid })
    const anchor = make('Link', [at(0), link()])
    const paragraph = make('P', [anchor, at(1), make('P', [at(2)])])
    const line = (mcid: number, before: number, after: number) => ({
      mcid,
      y: 10,
      before: { mcid: before, y: 10 },
      after: { mcid: after, y: after === 2 ? 30 : 10 },
    })
    const generated = new Map([[1, [line(5, 0, 1), line(6, 1, 2)]]])
    expect(adoptGenerated(make('Document', [paragraph]), generated)).toEqual([])
    expect(paragraph.kids.map((kid) => (kid.kind === 'content' ? kid.mcid : kid.kind))).toEqual([
      'element',
      5,
      1,
      6,
      'element',
    ])
  })
})

describe('the claim of PDF/UA', () => {
  it.each([
    ['13-004', figure(undefined, [piece()])],
    ['15-003', make('Table', [make('TR', [make('TH', [piece()])])])],
    ['09-004', make('Table', [make('P', [piece()])])],
    ['09-005', make('LI', [make('LBody', [piece()])])],
    ['14-002', make('H2', [piece()])],
    ['19-003', make('Note', [piece()])],
    ['02-001', make('Blink', [piece()])],
  ])('is refused for %s', (id, kid) => {
    expect(structureConditions(elementsOf(make('Document', [kid]))).map((each) => each.id)).toContain(id)
  })
})
