/** A value in a drawing: a number, a name with its slash, a string as bytes, an array, a dictionary. */
export type Operand = number | string | Buffer | Operand[] | Map<string, Operand>

export interface Operation {
  operator: string
  operands: Operand[]
}

const SPACE = /[\0\t\n\f\r ]+|%[^\r\n]*/y
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y
const WORD = /[A-Za-z'"*01]+/y
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The operations of a drawing, in order. */
export function* operators(source: string): Generator<Operation> {
  let at = 0
  let operands: Operand[] = []
  const open: Operand[][] = []

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  const put = (value: Operand): void => {
    ;(open.at(-1) ?? operands).push(value)
  }

  while (at < source.length) {
    if (match(SPACE) !== undefined) continue
    const two = source.slice(at, at + 2)
    const one = source[at]
    if (two === '<<' || one === '[') {
      open.push([])
      at += two === '<<' ? 2 : 1
    } else if (two === '>>' || one === ']') {
      const values = open.pop() ?? []
      put(two === '>>' ? dictionary(values) : values)
      at += two === '>>' ? 2 : 1
    } else if (one === '<') {
      const end = source.indexOf('>', at)
      const digits = source.slice(at + 1, end).replaceAll(/\s/g, '')
      put(Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex'))
      at = end + 1
    } else if (one === '(') {
      put(literal())
    } else {
      const name = match(NAME)
      const number = name === undefined ? match(NUMBER) : undefined
      if (name !== undefined) put(name)
      else if (number !== undefined) put(Number(number))
      else {
        const operator = match(WORD)
        if (operator === undefined) at++
        else if (['true', 'false', 'null'].includes(operator)) put(operator)
        else {
          yield { operator, operands }
          operands = []
          if (operator === 'ID') at = source.indexOf('EI', at)
        }
      }
    }
  }

  function literal(): Buffer {
    let text = ''
    let depth = 0
    for (; at < source.length; at++) {
      const character = source[at] ?? ''
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0]
        const next = source[at + 1] ?? ''
        text += octal === undefined ? (ESCAPES[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8))
        at += octal?.length ?? 1
      } else {
        if (character === '(' && depth++ === 0) continue
        if (character === ')' && --depth === 0) break
        text += character
      }
    }
    at++
    return Buffer.from(text, 'latin1')
  }
}

function dictionary(values: readonly Operand[]): Map<string, Operand> {
  const entries = new Map<string, Operand>()
  for (let at = 0; at + 1 < values.length; at += 2) entries.set(String(values[at]), values[at + 1] as Operand)
  return entries
}
