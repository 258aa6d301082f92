import { type FontFile, type FontPackage, fontFile, glyphTest, readSlices, type Weight } from './files.ts'

/** One `@font-face` of the printed book. */
export interface FontFace {
  family: string
  weight: Weight
  file: FontFile
  /** The characters that this file is taken for; all that it has where absent. */
  characters?: number[]
}

/** The faces that a text needs, and the characters that no font of ours holds. */
export interface FontPlan {
  faces: FontFace[]
  missing: number[]
}

const SERIF: FontPackage = { name: 'noto-serif-jp', main: 'japanese' }
const SANS: FontPackage = { name: 'noto-sans-jp', main: 'japanese' }
const MONO: FontPackage = { name: 'm-plus-1-code', main: 'japanese' }
const EMOJI: FontPackage = { name: 'noto-emoji' }
/** The Japanese fonts come without Greek. */
const GREEK_SERIF: FontPackage = { name: 'noto-serif' }
const GREEK_SANS: FontPackage = { name: 'noto-sans' }

/** The families that print CSS may name, each with the packages that its glyphs come from, best first. */
const FAMILIES: { family: string; packages: [FontPackage, ...FontPackage[]] }[] = [
  { family: 'Noto Serif JP', packages: [SERIF, GREEK_SERIF, SANS, MONO, EMOJI] },
  { family: 'Noto Sans JP', packages: [SANS, GREEK_SANS, SERIF, MONO, EMOJI] },
  { family: 'M PLUS 1 Code', packages: [MONO, SANS, GREEK_SANS, SERIF, EMOJI] },
]

const WEIGHTS: Weight[] = [400, 700]

/** Characters that are never drawn: controls, joiners, variation selectors, tags, byte order marks. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u

/**
 * Chooses the font files for the characters of a text. The file with the most used characters serves all it has;
 * a slice is named only for the characters that the text takes from it, so that fonts embed as few as possible.
 */
export async function planFonts(characters: Iterable<number>): Promise<FontPlan> {
  const used = [...characters].filter((each) => !INVISIBLE.test(String.fromCodePoint(each)))
  const faces: FontFace[] = []
  const missing = new Set<number>()
  for (const { family, packages } of FAMILIES) {
    const [first] = packages
    const main = first.main ?? ''
    for (const weight of WEIGHTS) faces.push({ family, weight, file: fontFile(first, main, weight) })
    const { parts, rest } = await placeCharacters(used, packages)
    for (const { font, part, taken } of parts) {
      if (font === first && part === main) continue
      for (const weight of WEIGHTS) {
        faces.push({ family, weight, file: fontFile(font, part, weight), characters: taken })
      }
    }
    for (const each of rest) missing.add(each)
  }
  return { faces, missing: [...missing].toSorted((a, b) => a - b) }
}

interface Part {
  font: FontPackage
  part: string
  taken: number[]
}

/** Gives each character to the first file that holds it. */
async function placeCharacters(
  characters: number[],
  packages: FontPackage[],
): Promise<{ parts: Part[]; rest: number[] }> {
  const parts: Part[] = []
  let rest = characters
  const take = async (font: FontPackage, part: string, asked: (codePoint: number) => boolean) => {
    const candidates = rest.filter(asked)
    if (candidates.length === 0) return
    const holds = await glyphTest(fontFile(font, part, 400))
    const taken = candidates.filter(holds)
    if (taken.length === 0) return
    parts.push({ font, part, taken })
    const gone = new Set(taken)
    rest = rest.filter((each) => !gone.has(each))
  }
  for (const font of packages) {
    if (rest.length === 0) break
    if (font.main) await take(font, font.main, () => true)
    if (rest.length === 0) break
    for (const [part, ranges] of await readSlices(font)) {
      await take(font, part, (each) => ranges.some(([first, last]) => first <= each && each <= last))
    }
  }
  return { parts, rest }
}
