import { type PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { CheckedFile } from '../checked-file.ts'
import { get, getDictionary, getName } from '../objects.ts'
import { each, type Finding, type MachineCondition } from '../condition.ts'
import { nameOf, sfntOf, shownFonts } from '../font-facts.ts'
import { addTrueType, AGL_NAME, differences, isSymbolic, plainTrueType, withCmaps } from './simple-fonts.ts'
import type { Sfnt } from '../sfnt.ts'

const machine = (condition: Omit<MachineCondition, 'by'>): MachineCondition => ({
  by: 'machine',
  ...condition,
})

type Problem = (font: PDFDict, program: Sfnt | undefined, codes: Set<number>) => boolean

function simple(file: CheckedFile, symbolic: boolean, isWrong: Problem): Finding {
  const fonts = shownFonts(file).filter(
    ({ font }) => getName(font, 'Subtype') === 'TrueType' && isSymbolic(font) === symbolic,
  )
  return each(fonts, ({ font, codes }) =>
    isWrong(font, sfntOf(file, font), codes) ? nameOf(font) : undefined,
  )
}

const plainCmaps = (program: Sfnt | undefined): Sfnt['cmaps'] =>
  (program?.cmaps ?? []).filter(
    ({ platform, encoding }) =>
      (platform === 3 && encoding === 1) || (platform === 1 && encoding === 0) || platform === 0,
  )

const condition = (
  id: string,
  title: string,
  symbolic: boolean,
  isWrong: Problem,
  spoil: (file: CheckedFile, program: Buffer) => void,
): MachineCondition =>
  machine({
    id,
    title,
    subject: `simple TrueType fonts, ${symbolic ? '' : 'not '}symbolic`,
    check: (file) => simple(file, symbolic, isWrong),
    spoil: async (file) => spoil(file, await plainTrueType()),
  })

const WIN = 'WinAnsiEncoding'
const names = (...differing: string[]): object => ({
  Type: 'Encoding',
  BaseEncoding: WIN,
  Differences: [65, ...differing.map((name) => PDFName.of(name))],
})

export const trueTypeConditions: MachineCondition[] = [
  condition(
    '31-017',
    'A TrueType program has no cmap for plain text',
    false,
    (_, program) => plainCmaps(program).length === 0,
    (file, program) => addTrueType(file, withCmaps(program, []), { encoding: WIN }),
  ),
  condition(
    '31-018',
    'No cmap for plain text leads to a glyph that is shown',
    false,
    (_, program, codes) =>
      [...codes].some((code) => plainCmaps(program).every((cmap) => cmap.glyph(code) === 0)),
    (file, program) => addTrueType(file, program, { letter: 'B', encoding: WIN }),
  ),
  condition(
    '31-019',
    'A TrueType font has no Encoding',
    false,
    (font) => get(font, 'Encoding') === undefined,
    (file, program) => addTrueType(file, program, {}),
  ),
  condition(
    '31-020',
    'The Encoding of a TrueType font rests on none',
    false,
    (font) => {
      const encoding = getDictionary(font, 'Encoding')
      return encoding !== undefined && get(encoding, 'BaseEncoding') === undefined
    },
    (file, program) => addTrueType(file, program, { encoding: { Type: 'Encoding' } }),
  ),
  condition(
    '31-021',
    'The Encoding of a TrueType font is neither MacRoman nor WinAnsi',
    false,
    (font) => {
      const encoding = getName(font, 'Encoding') ?? getName(getDictionary(font, 'Encoding'), 'BaseEncoding')
      return encoding !== undefined && !/^(?:MacRoman|WinAnsi)Encoding$/.test(encoding)
    },
    (file, program) => addTrueType(file, program, { encoding: 'MacExpertEncoding' }),
  ),
  condition(
    '31-022',
    'The Encoding of a TrueType font names glyphs that the Adobe Glyph List has not',
    false,
    (font) => differences(font).some((name) => !AGL_NAME.test(name)),
    (file, program) => addTrueType(file, program, { encoding: names('g001') }),
  ),
  condition(
    '31-023',
    'The Encoding of a TrueType font has Differences, its program no Unicode cmap of Microsoft',
    false,
    (font, program) =>
      differences(font).length > 0 &&
      !(program?.cmaps ?? []).some(({ platform, encoding }) => platform === 3 && encoding === 1),
    (file, program) => addTrueType(file, withCmaps(program, [[1, 0]]), { encoding: names('A') }),
  ),
  condition(
    '31-024',
    'A symbolic TrueType font has an Encoding',
    true,
    (font) => get(font, 'Encoding') !== undefined,
    (file, program) => addTrueType(file, program, { flags: 4, encoding: WIN }),
  ),
  condition(
    '31-025',
    'The program of a symbolic TrueType font has no cmap',
    true,
    (_, program) => (program?.cmaps ?? []).length === 0,
    (file, program) => addTrueType(file, withCmaps(program, []), { flags: 4 }),
  ),
  condition(
    '31-026',
    'The program of a symbolic TrueType font has several cmaps and no symbolic one',
    true,
    (_, program) =>
      (program?.cmaps ?? []).length > 1 &&
      !program?.cmaps.some(({ platform, encoding }) => platform === 3 && encoding === 0),
    (file, program) =>
      addTrueType(
        file,
        withCmaps(program, [
          [1, 0],
          [3, 1],
        ]),
        { flags: 4 },
      ),
  ),
]
