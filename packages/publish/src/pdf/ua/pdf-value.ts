/** A value of a PDF's syntax. Names keep their slash; strings keep their brackets, as they were written. */
export type PdfValue = number | string | PdfReference | PdfValue[] | PdfDictionary

export interface PdfReference {
  reference: number
}

export type PdfDictionary = Map<string, PdfValue>

const token =
  /\s*(?:(\d+) \d+ R\b|([+-]?(?:\d+\.?\d*|\.\d+))|(\/[^\s/<>[\]()]*|true|false|null)|(<<|>>|[[\]])|(<[^<>]*>))/y

/** Reads the value at the beginning of a text. Throws a `SyntaxError` on what is no PDF. */
export function parseValue(text: string): PdfValue {
  let at = 0
  const closing = Symbol('closing')

  function next(): PdfValue | typeof closing {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return literal()
    at = token.lastIndex
    const [, reference, number, name, bracket, hex] = found
    if (reference !== undefined) return { reference: Number(reference) }
    if (number !== undefined) return Number(number)
    if (name !== undefined) return name
    if (hex !== undefined) return hex
    if (bracket === '>>' || bracket === ']') return closing
    const values: PdfValue[] = []
    for (let value = next(); value !== closing; value = next()) values.push(value)
    return bracket === '[' ? values : pairs(values)
  }

  function literal(): string {
    const start = text.indexOf('(', at)
    if (start < 0 || text.slice(at, start).trim() !== '') throw new SyntaxError('Unexpected text in a PDF')
    let depth = 0
    for (let end = start; end < text.length; end++) {
      const character = text[end]
      if (character === '\\') end++
      else if (character === '(') depth++
      else if (character === ')' && --depth === 0) {
        at = end + 1
        return text.slice(start, at)
      }
    }
    throw new SyntaxError('A string without an end in a PDF')
  }

  const value = next()
  if (value === closing) throw new SyntaxError('Unexpected bracket in a PDF')
  return value
}

function pairs(values: readonly PdfValue[]): PdfDictionary {
  const entries: PdfDictionary = new Map()
  for (let at = 0; at + 1 < values.length; at += 2)
    entries.set(String(values[at]), values[at + 1] as PdfValue)
  return entries
}

/** A value as it is written in a file. */
export function writeValue(value: PdfValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  if (value instanceof Map)
    return `<<${Array.from(value, ([key, each]) => `${key} ${writeValue(each)}`).join(' ')}>>`
  return `${value.reference} 0 R`
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The text of a string as it stands in a file: Latin letters in brackets, or UTF-16 in hexadecimal digits. */
export function stringText(written: string): string {
  const bytes = written.startsWith('(')
    ? written
        .slice(1, -1)
        .replaceAll(/\\(?:([0-7]{1,3})|\r?\n|([^]))/g, (_, octal?: string, character?: string) =>
          octal === undefined
            ? (escapes[character ?? ''] ?? character ?? '')
            : String.fromCharCode(Number.parseInt(octal, 8)),
        )
    : Buffer.from(written.replaceAll(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1')
  if (!bytes.startsWith('\u00FE\u00FF')) return bytes
  const swapped = Buffer.from(bytes.slice(2, bytes.length - (bytes.length % 2)), 'latin1').swap16()
  return swapped.toString('utf16le')
}
