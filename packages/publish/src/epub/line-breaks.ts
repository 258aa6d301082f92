/** Never at the beginning of a line (行頭禁則), and never at its end. */
const notFirst =
  /^[、。，．・：；？！）］｝〉》」』】〕〟’”ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)\]}%…‥]/u
const notLast = /[（［｛〈《「『【〔〝‘“([{#$]$/u

const word =
  /(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|ー)[\p{L}\p{N}\p{M}_'’.\-/&])+\s*|\s+|./gsu

/**
 * Breaks one text into lines that fit. Latin words stay whole where they fit at all, and Japanese breaks where
 * characters may stand at the edge of a line.
 */
export function lineBreaks(text: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line === '' || fits(line + piece.trimEnd())) {
      line += line === '' ? piece.trimStart() : piece
      continue
    }
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines.flatMap((each) => (fits(each) ? [each] : cut(each, fits)))
}

/** The smallest parts between which a line may break. */
function pieces(text: string): string[] {
  const parts = text.match(word) ?? []
  const result: string[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last !== undefined && (notFirst.test(part) || notLast.test(last)))
      result[result.length - 1] = last + part
    else result.push(part)
  }
  return result
}

/** Cuts a piece that is longer than a line. */
function cut(text: string, fits: (part: string) => boolean): string[] {
  const lines = ['']
  for (const character of text) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && !fits(line + character)) lines.push(character)
    else lines[lines.length - 1] = line + character
  }
  return lines
}
