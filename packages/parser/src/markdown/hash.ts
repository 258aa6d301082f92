/** C's directives and a script's first line also begin with `#`. */
const DIRECTIVE =
  /^(?:!|include\b|define\b|undef\b|ifn?def\b|if\b|el(?:se|if)\b|endif\b|pragma\b|region\b|endregion\b)/

/**
 * Length of the `#`s of a heading that is written without a space, e.g. `##見出し`; 0 where the line is none.
 *
 * One `#` also begins hashtags (`#jawsdays`), numbers of issues (`#110 need to …`), colours and directives: there the
 * rest has to look like a title.
 */
export function hashesOf(line: string, afterBlank: boolean): number {
  const match = /^(#{1,6})(?![\s#])(.*)$/.exec(line)
  if (!match) return 0
  const hashes = match[1]!.length
  const title = match[2]!.trim()
  if (!/[\p{L}\p{N}]/u.test(title) || DIRECTIVE.test(title)) return 0
  if (hashes > 1) return hashes
  if (/^\d+(?![\p{L}.])/u.test(title) || /\s#[^\s#]/.test(title)) return 0
  if (/^[\w-]+;?$/.test(title)) return /^[A-Z]/.test(title) && afterBlank ? hashes : 0
  return afterBlank || /^[^\x00-\x7F]/.test(title) || /^[A-Z]/.test(title) || /^\w+[^\x00-\x7F]/.test(title)
    ? hashes
    : 0
}
