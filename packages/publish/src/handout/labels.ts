/** The words that handouts add to the notes. */
export interface HandoutLabels {
  memo: string
  cue: string
  summary: string
}

const japanese: HandoutLabels = { memo: 'メモ', cue: 'キーワード・問い', summary: 'まとめ' }
const english: HandoutLabels = { memo: 'Notes', cue: 'Cues and questions', summary: 'Summary' }

/** The words for a book's language; English where there are none in it. */
export function handoutLabels(language: string): HandoutLabels {
  return /^ja\b/iu.test(language) ? japanese : english
}
