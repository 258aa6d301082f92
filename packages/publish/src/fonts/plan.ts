import {
  type FontFile,
  type FontPackage,
  fontFile,
  glyphTest,
  type OwnFont,
  readSlices,
  type Weight,
} from './files.ts'

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

/** A family that CSS may name, with the packages that its glyphs come from, best first. */
interface Family {
  family: string
  own?: Partial<Record<Weight, OwnFont>>
  packages: [FontPackage, ...FontPackage[]]
}

/** A family of a theme's own: one font or two, and the shipped fonts that have what it lacks. */
export interface OwnFamily {
  family: string
  files: Partial<Record<Weight, OwnFont>>
  like: keyof typeof SHIPPED
}

const SHIPPED = {
  serif: { family: 'Noto Serif JP', packages: [SERIF, GREEK_SERIF, SANS, MONO, EMOJI] },
  'sans-serif': { family: 'Noto Sans JP', packages: [SANS, GREEK_SANS, SERIF, MONO, EMOJI] },
  monospace: { family: 'M PLUS 1 Code', packages: [MONO, SANS, GREEK_SANS, SERIF, EMOJI] },
} as const satisfies Record<string, Family>

/** The families that come with the packages. */
export const shippedFamilies: readonly string[] = Object.values(SHIPPED).map(({ family }) => family)

const WEIGHTS: Weight[] = [400, 700]

/** Characters that are never drawn: controls, joiners, variation selectors, tags, byte order marks. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u

/**
 * Chooses the font files for the characters of a text. The file with the most used characters serves all it has;
 * a slice is named only for the characters that the text takes from it, so that fonts embed as few as possible.
 * `named` are the families that are wanted, all shipped ones where absent; `own` are a theme's.
 */
export async function planFonts(
  characters: Iterable<number>,
  { named, own = [] }: { named?: ReadonlySet<string>; own?: readonly OwnFamily[] } = {},
): Promise<FontPlan> {
  const families: Family[] = [
    ...Object.values(SHIPPED),
    ...own.map(({ family, files, like }) => ({ family, own: files, packages: SHIPPED[like].packages })),
  ]
  const used = [...characters].filter((each) => !INVISIBLE.test(String.fromCodePoint(each)))
  const faces: FontFace[] = []
  const missing = new Set<number>()
  for (const { family, own: files = {}, packages } of families) {
    if (named && !named.has(family)) continue
    const [first] = packages
    const main = first.main ?? ''
    const placed = new Map<OwnFont | undefined, Awaited<ReturnType<typeof placeCharacters>>>()
    for (const weight of WEIGHTS) {
      const file = files[weight]
      faces.push({ family, weight, file: file ?? fontFile(first, main, weight) })
      const known = placed.get(file) ?? (await placeCharacters(used, packages, file))
      placed.set(file, known)
      for (const { font, part, taken } of known.parts) {
        if (!file && font === first && part === main) continue
        faces.push({ family, weight, file: fontFile(font, part, weight), characters: taken })
      }
      for (const each of known.rest) missing.add(each)
    }
  }
  return { faces, missing: [...missing].toSorted((a, b) => a - b) }
}

interface Part {
  font: FontPackage
  part: string
  taken: number[]
}

/** Gives each character that a theme's own file lacks to the first file that holds it. */
async function placeCharacters(
  characters: number[],
  packages: readonly FontPackage[],
  own: OwnFont | undefined,
): Promise<{ parts: Part[]; rest: number[] }> {
  const parts: Part[] = []
  const isOwn = own ? await glyphTest(own) : () => false
  let rest = characters.filter((each) => !isOwn(each))
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
