/**
 * Chromium hands a PDF few of HTML's meanings on, but the text that describes a figure it hands on as it is. So an
 * element whose meaning would be lost is printed as a figure with a description that names its PDF type, and becomes
 * that type when the structure is written anew. The sign in front belongs to no script.
 */
const sign = '\u{F8F0}'

/** The description of an element that is to become `type`. */
export function marker(type: string): string {
  return sign + type
}

/** The type that a description stands for; undefined for a description that is one. */
export function markedType(description: string): string | undefined {
  return description.startsWith(sign) ? description.slice(sign.length) : undefined
}

/** A description by the notes themselves, which must not pass for a marker. */
export function withoutSign(description: string): string {
  return description.replaceAll(sign, '')
}
