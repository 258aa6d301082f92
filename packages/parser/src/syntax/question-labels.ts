/** What the label of a line says: that it asks or answers, and who does. */
export interface TurnLabel {
  turn: 'question' | 'answer'
  name?: string
}

const close = String.raw`\s*(?:[:：】」]|[.．](?=\s|[^\s\w.])|[、)）](?!\s*[(（]))`
const by = String.raw`(?:\s*[(（]\s*([^()（）\n]{1,40}?)\s*[)）])?`
const number = String.raw`[ ]?[0-9０-９]{0,3}`
const open = String.raw`^[\s*_「【（(\[]*`
const asks = new RegExp(`${open}(?:Q|Ｑ|問|質問|Question|Ques|질문|질의|提问|问)${number}${by}${close}`, 'iu')
const answers = new RegExp(
  `${open}(?:A|Ａ|答え?|回答|Answer|Ans|답변|답|回答|答)${number}${by}${close}`,
  'iu',
)
/** A label that is the whole line: `質問`, `【回答】`. */
const bare = /^[\s「【（(]*(質問|Question|回答|答え|Answer)[\s」】）)]*$/iu
/** `C:`, `Drive Q:` and the like are no labels: what follows `Q:` must be words. */
const follows = /^\s*[\\/]/

/** Reads `Q:`, `A.`, `質問：`, `Q(山田): …`, `【回答】` at the head of a line. */
export function turnLabelOf(text: string): TurnLabel | undefined {
  const line = text.slice(0, 120)
  for (const [turn, form] of [
    ['question', asks],
    ['answer', answers],
  ] as const) {
    const found = form.exec(line)
    if (!found || follows.test(line.slice(found[0].length))) continue
    return found[1] === undefined ? { turn } : { turn, name: found[1] }
  }
  const whole = bare.exec(line)?.[1]
  if (!whole) return undefined
  return { turn: /質問|question/i.test(whole) ? 'question' : 'answer' }
}

const arrow = String.raw`(?:→|⇒|➡️?|➔|=>|-{1,2}>)`
const asked = new RegExp(`^(.{1,400}?[?？]\\s*)${arrow}\\s*\\S`, 'u')
const begins = new RegExp(`^\\s*${arrow}\\s*\\S`, 'u')

/** Where the answer begins in `…? → answer`, in units of the text. */
export function inlineAnswerAt(text: string): number | undefined {
  return asked.exec(text)?.[1]?.length
}

/** Whether a text begins with an arrow. */
export function beginsWithArrow(text: string): boolean {
  return begins.test(text)
}

/** Whether a text asks. */
export function endsAsking(text: string): boolean {
  return /[?？]\s*[)）」]?\s*$/u.test(text)
}
