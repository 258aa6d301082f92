import fc from 'fast-check'
import type { OutlineEvent } from './outline.ts'

/** Notes in plain text, and the outline that they have. */
export interface PlainBook {
  text: string
  outline: OutlineEvent[]
}

const eventTitles =
  '金沢フロントエンド会議 2021|第8回 データ可視化の会|Rust もくもく会 #31|オブザーバビリティデイズ 2022|NagoyaConf 2016|Elixir Meetup vol.4|Compiler Summit 2020|Kyoto Dev Camp 2019|QAフォーラム2018|レガシー改善の集い 15周年|PostgresKaigi 2023|Women in Data Conference 2017|秋のインフラ祭り 2020'.split(
    '|',
  )
const lectureTitles = [
  '経済の話の視聴メモ',
  '地方創生の講演のメモ',
  'Typography lecture notes',
  '宇宙開発のレポート',
]
const talkTitles =
  '型で守る帳票|ログの海を渡る|WebAuthn|DNS|Scaling search|障害対応の組織論|夜間バッチをなくすまで|キャッシュ|Edge|Design tokens at scale|社内勉強の続け方|Zero downtime|文字コード再訪|CLI'.split(
    '|',
  )
const sectionTitles =
  '現状の構成|移行の手順|計測|コスト|失敗したこと|チーム体制|可用性の数字|レビューの進め方|IPv6|tracing|ロールバックできるか|キューとは|運用で困ること|Why not Kubernetes?|二段階の公開'.split(
    '|',
  )
const pointTexts = [
  '段階的に切り替えた',
  '計測してから直す',
  '手順書を捨てた',
  'キャッシュは最後',
  'It was slow',
  '3割減った',
]
const names = ['yamada_h', '@tanaka', '鈴木さん', 'sato', '@kobayashi3', '高橋さん']
const presenters = ['鈴木花子', 'Grace', '検索チーム', '@tanaka', 'NagoyaJS']

const pick = (pool: readonly string[], minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...pool), { minLength, maxLength })

const points = fc
  .array(
    fc.tuple(fc.constantFrom(...pointTexts), fc.array(fc.constantFrom(...pointTexts), { maxLength: 2 })),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((items) =>
    items.flatMap(([text, inner]) => [`  • ${text}`, ...inner.map((child) => `    • ${child}`)]).join('\n'),
  )

const section = (title: string) => points.map((list) => `${title}\n\n${list}`)
const sections = (titles: readonly string[]) =>
  fc.tuple(...titles.map(section)).map((all) => all.join('\n\n'))

interface Piece {
  text: string
  sections: string[]
}

/** What stands under the title of a session in a panel: the people, then sections, perhaps one without points. */
const panel: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.constantFrom('メンバー', '登壇者', 'Speakers', 'パネリスト'),
    pick(names, 2, 4),
    pick(sectionTitles, 2, 5),
    fc.constantFrom(undefined, 'おわりに', 'まとめ', 'Takeaways'),
  )
  .chain(([label, people, titles, closing]) =>
    sections(titles).map((text) => ({
      text: [
        `${label}\n\n${people.map((name) => `  • ${name}`).join('\n')}`,
        text,
        ...(closing ? [closing] : []),
      ].join('\n\n'),
      sections: [label, ...titles, ...(closing ? [closing] : [])],
    })),
  )

const talk: fc.Arbitrary<Piece> = fc
  .tuple(fc.nat(9999), points)
  .map(([number, list]) => ({ text: `https://talks.example/session/${number}\n\n${list}`, sections: [] }))

const longTalk: fc.Arbitrary<Piece> = pick(sectionTitles, 2, 4).chain((titles) =>
  sections(titles).map((text) => ({ text, sections: titles })),
)

type EventKind = 'panel' | 'talk' | 'by' | 'lecture'

function eventOf(kind: EventKind, title: string, talks: readonly string[]): fc.Arbitrary<PlainBook> {
  if (kind === 'lecture') {
    return pick(sectionTitles, 2, 4).chain((titles) =>
      sections(titles).map((text) => ({
        text: `${title}\n\n配信を見ながら書いたもの。\n\n${text}`,
        outline: [{ title, sections: titles, sessions: [] }],
      })),
    )
  }
  const piece = { panel, talk, by: longTalk }[kind]
  return fc
    .tuple(
      ...talks.map((name) =>
        fc.tuple(piece, fc.constantFrom(...presenters)).map(([body, presenter]) => ({
          title: kind === 'by' ? `${name} by ${presenter}` : name,
          ...body,
        })),
      ),
    )
    .map((sessions) => ({
      text: [title, ...sessions.map((session) => `${session.title}\n\n${session.text}`)].join('\n\n'),
      outline: [
        { title, sections: [], sessions: sessions.map(({ title, sections }) => ({ title, sections })) },
      ],
    }))
}

/** Notes of several events of any kind, in the form of plain text. */
export const plainBook: fc.Arbitrary<PlainBook> = fc
  .tuple(
    fc.array(fc.constantFrom<EventKind>('panel', 'talk', 'by', 'lecture'), { minLength: 1, maxLength: 4 }),
    pick(eventTitles, 4, 4),
    pick(lectureTitles, 4, 4),
    pick(talkTitles, 12, 12),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
  )
  .chain(([kinds, events, lectures, talks, counts]) =>
    fc.tuple(
      ...kinds.map((kind, at) => {
        const title = (kind === 'lecture' ? lectures[at] : events[at]) as string
        return eventOf(kind, title, talks.slice(at * 3, at * 3 + (counts[at] ?? 1)))
      }),
    ),
  )
  .map((books) => ({
    text: `${books.map(({ text }) => text).join('\n\n')}\n`,
    outline: books.flatMap(({ outline }) => outline),
  }))
