const mark = Buffer.from('(node')
const digits = 8

/**
 * Numbers the ids that Chromium gives to parts of the structure (`(node00000166)`, of table heads) anew, in place and
 * in their order. Its own numbers count every node that the browser has made, so that they differ from print to print.
 */
export function renumberStructureIds(bytes: Buffer): Buffer {
  const places: { at: number; id: string }[] = []
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const id = bytes.toString('latin1', at + mark.length, at + mark.length + digits)
    if (/^\d{8}$/u.test(id) && bytes[at + mark.length + digits] === 0x29) places.push({ at, id })
  }
  const ids = [...new Set(places.map(({ id }) => id))].toSorted()
  const numbers = new Map(ids.map((id, index) => [id, String(index + 1).padStart(digits, '0')]))
  for (const { at, id } of places) bytes.write(numbers.get(id) ?? id, at + mark.length, 'latin1')
  return bytes
}
