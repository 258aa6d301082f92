/** Kinds of values that book.yaml's keys are made of, and how a key says what it means. */
import * as v from 'valibot'

/** Text that is not empty. */
export const line = v.pipe(v.string(), v.trim(), v.nonEmpty('text that is not empty'))

/** A list of texts. */
export const lines = v.array(line)

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, of the days that the calendar has. */
export const date = v.pipe(v.string(), v.check(isCalendarDate, 'a date as YYYY, YYYY-MM or YYYY-MM-DD'))

/** Millimetres from 0 to 300. */
export const millimetres = v.pipe(
  v.number(),
  v.minValue(0, 'millimetres from 0 to 300'),
  v.maxValue(300, 'millimetres from 0 to 300'),
)

/** What a booklet's creep may be: beyond the margin at the spine its pages would lie on each other. */
export const creepRange = 'millimetres from 0 to 10'
export const creep = v.pipe(v.number(), v.minValue(0, creepRange), v.maxValue(10, creepRange))

/** The same schema with the sentence that the reference and the JSON Schema show. */
export function describe<const S extends v.GenericSchema>(schema: S, text: string) {
  return v.pipe(schema, v.description(text))
}

/** A key that may be left out, with the value that it then has. */
export function fallback<const S extends v.GenericSchema, const D extends v.Default<S, undefined>>(
  schema: S,
  value: D,
  text: string,
) {
  return describe(v.optional(schema, value), text)
}

function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const time = new Date(Date.UTC(year, month - 1, day))
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day
}
