/** The standards for the press (ISO 15930) and how Ghostscript is asked for them. */
import type { BookConfig } from '../../config/schema.ts'
import { textString } from '../pdf-file.ts'

export interface PressStandard {
  name: string
  /** What the file says of itself. */
  version: string
  conformance?: string
  /** Switches to try, in this order: older and newer versions of Ghostscript name the same standard differently. */
  switches: readonly string[]
  /** Whether the profile of the output intent must stand in the file. */
  needsProfile: boolean
  /** Whether what is drawn may be transparent. */
  transparency: boolean
}

export type PressStandardName = Exclude<BookConfig['pdf']['standard'], 'none'>

export const pressStandards: Readonly<Record<PressStandardName, PressStandard>> = {
  'x-1a': {
    name: 'PDF/X-1a',
    version: 'PDF/X-1:2001',
    conformance: 'PDF/X-1a:2001',
    switches: ['-dPDFX=1'],
    needsProfile: false,
    transparency: false,
  },
  'x-3': {
    name: 'PDF/X-3',
    version: 'PDF/X-3:2002',
    switches: ['-dPDFX=3', '-dPDFX'],
    needsProfile: false,
    transparency: false,
  },
  'x-4': {
    name: 'PDF/X-4',
    version: 'PDF/X-4',
    switches: ['-dPDFX=4'],
    needsProfile: true,
    transparency: true,
  },
}

/** Whether a standard forbids that what is drawn shines through. */
export function takesNoTransparency(name: BookConfig['pdf']['standard']): boolean {
  return name !== 'none' && !pressStandards[name].transparency
}

/** What the file is meant to be printed by: a condition of the ICC's registry, or a profile of one's own. */
export interface OutputIntent {
  /** Name in the registry of http://www.color.org, or the profile's file name. */
  name: string
  /** An ICC profile of a CMYK press. */
  profile?: Uint8Array
}

/** Names of the files in the folder that Ghostscript works in. */
export const workFiles = {
  input: 'book.pdf',
  intent: 'intent.ps',
  profile: 'profile.icc',
  output: 'press.pdf',
} as const

/**
 * The switches of a run. Images are kept as they are but for their colours; nothing is scaled or compressed with a
 * loss.
 */
export function ghostscriptSwitches(standard: string, intent: OutputIntent): string[] {
  const { input, intent: definitions, profile, output } = workFiles
  const images = ['Color', 'Gray'].flatMap((kind) => [
    `-dAutoFilter${kind}Images=false`,
    `-d${kind}ImageFilter=/FlateEncode`,
    `-dDownsample${kind}Images=false`,
  ])
  // The profile of the whole device, `OutputICCProfile`, is accepted and then not followed.
  const profiles = [
    '-sProcessColorModel=DeviceCMYK',
    ...['Vector', 'Image', 'Text'].map((kind) => `-s${kind}ICCProfile=${profile}`),
  ]
  return [
    '-dSAFER',
    '-dBATCH',
    '-dNOPAUSE',
    '-sDEVICE=pdfwrite',
    standard,
    '-sColorConversionStrategy=CMYK',
    '-dEmbedAllFonts=true',
    // Pages of vertical lines would lie on their sides.
    '-dAutoRotatePages=/None',
    // Newer versions would pack objects into streams, which only a general reader can follow.
    '-dWriteObjStms=false',
    '-dWriteXRefStm=false',
    '-dDownsampleMonoImages=false',
    ...images,
    ...(intent.profile ? [`--permit-file-read=${profile}`, ...profiles] : []),
    `-sOutputFile=${output}`,
    definitions,
    input,
  ]
}

/** The program in PostScript that names the standard and the output intent; `title` as a PDF writes a string. */
export function intentProgram(standard: PressStandard, intent: OutputIntent, title: string): string {
  const { version, conformance } = standard
  const condition = identifier(intent.name)
  const lines = [
    '%!',
    `[ /GTS_PDFXVersion (${version})${conformance ? ` /GTS_PDFXConformance (${conformance})` : ''}`,
    `/Title ${title} /Trapped /False /DOCINFO pdfmark`,
    ...(intent.profile
      ? [
          '[/_objdef {profile} /type /stream /OBJ pdfmark',
          '[{profile} <</N 4>> /PUT pdfmark',
          `[{profile} (${workFiles.profile}) (r) file /PUT pdfmark`,
        ]
      : []),
    '[/_objdef {intent} /type /dict /OBJ pdfmark',
    '[{intent} <</Type /OutputIntent /S /GTS_PDFX',
    `/OutputCondition ${condition} /Info ${condition} /OutputConditionIdentifier ${condition}`,
    intent.profile ? '/DestOutputProfile {profile}' : '/RegistryName (http://www.color.org)',
    '>> /PUT pdfmark',
    '[{Catalog} <</OutputIntents [{intent}]>> /PUT pdfmark',
  ]
  return `${lines.join('\n')}\n`
}

/** Names of the registry are compared byte by byte. */
function identifier(name: string): string {
  return /^[\w .-]+$/.test(name) ? `(${name})` : textString(name)
}

/** Whether bytes are an ICC profile of a CMYK press: signature, class and colour space of its header. */
export function isPressProfile(bytes: Uint8Array): boolean {
  const header = Buffer.from(bytes.subarray(0, 128)).toString('latin1')
  return header.slice(36, 40) === 'acsp' && header.slice(12, 20) === 'prtrCMYK'
}
