import { PDFDict, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { get, getDictionary, getName, getNumber, list, type PdfObjects } from './objects.ts'
import { type Operand, operators } from './operators.ts'

/** Something that a page shows. */
export interface Shown {
  /** The page, or the drawing inside of it that numbers the piece. */
  page: string
  kind: 'text' | 'path' | 'image'
  /** Number of the piece that it belongs to. */
  mcid: number | undefined
  isArtifact: boolean
}

/** A run of text as it is stored. */
export interface ShownText {
  page: string
  font: PDFDict | undefined
  codes: number[]
  /** 3 is invisible. */
  mode: number
  mcid: number | undefined
  /** What is read in its place; undefined where the text itself is. */
  instead: string | undefined
}

export interface Drawings {
  shown: Shown[]
  texts: ShownText[]
  /** Pages on which marks stand in each other that must not. */
  artifactInTagged: string[]
  taggedInArtifact: string[]
  /** Drawings inside of drawings: how often they are drawn, and whether they hold pieces. */
  forms: Map<string, { uses: number; hasPieces: boolean }>
  /** Languages that marks name, by piece. */
  languages: Map<string, string>
}

interface Mark {
  /** The page, or the drawing inside of it, in which it stands. */
  page: string
  mcid: number | undefined
  isArtifact: boolean
  /** What is read in place of the text inside. */
  actualText?: string
}

const PATHS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'])

export function readDrawings(file: PdfObjects): Drawings {
  const found: Drawings = {
    shown: [],
    texts: [],
    artifactInTagged: [],
    taggedInArtifact: [],
    forms: new Map(),
    languages: new Map(),
  }
  for (const { reference, dictionary } of file.pages) {
    const source = list(get(dictionary, 'Contents'))
      .map((part) => file.stream(part instanceof PDFRef ? file.context.lookup(part) : part))
      .join('\n')
    walk(source, getDictionary(dictionary, 'Resources'), reference, [])
  }
  return found

  function walk(source: string, resources: PDFDict | undefined, page: string, outer: readonly Mark[]): void {
    const marks = [...outer]
    let font: PDFDict | undefined
    let mode = 0
    const piece = (): { page: string; mcid: number | undefined } => {
      const mark = marks.findLast((own) => own.mcid !== undefined)
      return { page: mark?.page ?? page, mcid: mark?.mcid }
    }
    const show = (kind: Shown['kind']): void => {
      const isArtifact = marks.some((mark) => mark.isArtifact)
      found.shown.push({ ...piece(), kind, isArtifact })
    }
    for (const { operator, operands } of operators(source)) {
      if (operator === 'BMC' || operator === 'BDC') {
        const mark = markOf(operands, resources)
        const inTagged = marks.some((own) => own.mcid !== undefined)
        const inArtifact = marks.some((own) => own.isArtifact)
        if (mark.isArtifact && inTagged) found.artifactInTagged.push(page)
        if (mark.mcid !== undefined && inArtifact) found.taggedInArtifact.push(page)
        marks.push(mark)
      } else if (operator === 'EMC') {
        marks.pop()
      } else if (operator === 'Tf') {
        font = getDictionary(getDictionary(resources, 'Font'), String(operands[0]).slice(1))
      } else if (operator === 'Tr') {
        mode = Number(operands[0])
      } else if (operator === 'Tj' || operator === 'TJ' || operator === "'" || operator === '"') {
        const size = getName(font, 'Subtype') === 'Type0' ? 2 : 1
        const codes = operands.flat(2).flatMap((each) => (each instanceof Buffer ? codesOf(each, size) : []))
        const instead = marks.findLast((mark) => mark.actualText !== undefined)
        found.texts.push({ ...piece(), font, codes, mode, instead: instead?.actualText })
        // Of several runs under one mark, the first stands for all.
        if (instead) instead.actualText = ''
        if (mode !== 3) show('text')
      } else if (operator === 'Do') {
        draw(String(operands[0]).slice(1))
      } else if (PATHS.has(operator)) show('path')
      else if (operator === 'EI') show('image')
    }

    function draw(name: string): void {
      const reference = getDictionary(resources, 'XObject')?.get(PDFName.of(name))
      const object = reference instanceof PDFRef ? file.context.lookup(reference) : reference
      if (!(object instanceof PDFStream) || getName(object.dict, 'Subtype') !== 'Form') return show('image')
      const own = file.stream(object)
      const before = found.forms.get(String(reference))
      const hasPieces = before?.hasPieces ?? /\/MCID\b/.test(own)
      found.forms.set(String(reference), { uses: (before?.uses ?? 0) + 1, hasPieces })
      const holder = hasPieces ? String(reference) : page
      walk(own, getDictionary(object.dict, 'Resources') ?? resources, holder, marks)
    }

    function markOf([tag, properties]: readonly Operand[], from: PDFDict | undefined): Mark {
      const isArtifact = tag === '/Artifact'
      if (properties instanceof Map) {
        const number = properties.get('/MCID')
        const language = properties.get('/Lang')
        if (typeof number === 'number' && language instanceof Buffer) {
          found.languages.set(`${page} ${number}`, language.toString('latin1'))
        }
        const actual = properties.get('/ActualText')
        return {
          page,
          isArtifact,
          mcid: typeof number === 'number' && !isArtifact ? number : undefined,
          ...(actual instanceof Buffer && {
            actualText: textOf(actual),
          }),
        }
      }
      const named = getDictionary(getDictionary(from, 'Properties'), String(properties).slice(1))
      return { page, isArtifact, mcid: getNumber(named, 'MCID') }
    }
  }
}

function codesOf(bytes: Buffer, size: number): number[] {
  const codes: number[] = []
  for (let at = 0; at + size <= bytes.length; at += size) codes.push(bytes.readUIntBE(at, size))
  return codes
}

/** A text string: UTF-16 behind a byte order mark, else one character a byte. */
function textOf(bytes: Buffer): string {
  if (bytes.length < 2 || bytes.length % 2 !== 0 || bytes.readUInt16BE(0) !== 0xfe_ff)
    return bytes.toString('latin1')
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
}
