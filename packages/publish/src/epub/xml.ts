// XML has no controls, lone surrogates and non-characters.
const illegal =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

// Most texts have none of those and no markup.
// oxlint-disable-next-line no-control-regex
const suspect = /[&<>\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

/** Escapes text for XML; characters that XML cannot hold become U+FFFD. */
export function escapeText(value: string): string {
  if (!suspect.test(value)) return value
  return value
    .replace(illegal, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Escapes an attribute's value for double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** One XML element; absent attributes are left out, `content` is XML already. */
export function xmlElement(
  name: string,
  attributes: Record<string, string | undefined>,
  content?: string,
): string {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${escapeAttribute(value)}"`
  }
  return content === undefined ? `${start}/>` : `${start}>${content}</${name}>`
}
