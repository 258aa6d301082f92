/** The cipher of Type 1 programs (Adobe Type 1 Font Format, chapter 7). */
const KEY = 55_665
const [FACTOR, TERM] = [52_845, 22_719]

function crypt(bytes: Uint8Array, decrypt: boolean): Buffer {
  let key = KEY
  return Buffer.from(
    bytes.map((byte) => {
      const other = byte ^ (key >> 8)
      key = (((decrypt ? byte : other) + key) * FACTOR + TERM) & 0xff_ff
      return other
    }),
  )
}

/** The glyphs of a Type 1 program, without .notdef. */
export function readType1(bytes: Uint8Array): Set<string> {
  const program = Buffer.from(bytes)
  const start = program.indexOf('eexec')
  const body = crypt(program.subarray(start + 'eexec\n'.length), true).toString('latin1')
  const glyphs = Array.from(body.matchAll(/\/(\S+) \d+ (?:RD|-\|) /g), ([, name = '']) => name)
  return new Set(glyphs.filter((name) => name !== '.notdef'))
}

/** The names of a descriptor's CharSet: `/A/B`. */
export function charSet(list: string): Set<string> {
  return new Set(list.split('/').filter((name) => name !== ''))
}

/** A program with glyphs of these names and no outlines: enough to be read. */
export function type1Font(glyphs: readonly string[]): Buffer {
  const strings = ['.notdef', ...glyphs].map((name) => `/${name} 1 RD x ND`).join('\n')
  const body = Buffer.from(`abcd/CharStrings ${glyphs.length + 1} dict dup begin\n${strings}\nend`, 'latin1')
  return Buffer.concat([Buffer.from('%!PS-AdobeFont-1.0: Spoilt\ncurrentfile eexec\n'), crypt(body, false)])
}
