import { makeNotes, makeTerms } from './corpus.ts'

const names = ['田中太郎', 'hoge_taro', '鈴木', 'Ada', 'yamada3']

/** So many files of one session each, about 4 KB: title, members, sections, questions, a table, a link, terms. */
export function makeSessions(count: number): string[] {
  const lines = makeNotes(count * 4000, makeTerms(2000))
  const each = Math.floor(lines.length / count)
  return Array.from({ length: count }, (_, index) => {
    const own = lines.slice(index * each, (index + 1) * each)
    const part = Math.ceil(own.length / 4)
    const name = names[index % names.length]
    return [
      `# 発表 ${index + 1} by ${name}`,
      '',
      `https://conference.example/talks/${index + 1}`,
      '',
      '## メンバー',
      '',
      `- ${name}`,
      '  - 基盤を見ている',
      '',
      '## はじめに',
      '',
      ...own.slice(0, part),
      '',
      '## 仕組み',
      '',
      '| 前 | 後 |',
      '| - | - |',
      '| 3 日 | 2 時間 |',
      '',
      ...own.slice(part, 2 * part),
      '',
      '## 質疑応答',
      '',
      '- Q: いつから?',
      '  - A: 去年から',
      ...own.slice(2 * part, 3 * part),
      '',
      '## 用語',
      '',
      '- トイル',
      '',
      '## 最後に',
      '',
      ...own.slice(3 * part),
      '',
    ].join('\n')
  })
}
