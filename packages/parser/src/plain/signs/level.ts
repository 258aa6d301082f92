import { isMembers, openingUrl, opensWithMembers, opensWithProse, opensWithSpeaker } from '../openings.ts'
import { openingLine, type Sign } from '../sign.ts'
import {
  closing,
  dateRow,
  editionNumber,
  gathering,
  gatheringName,
  memoOf,
  parts,
  presenter,
  year,
} from '../words.ts'

const homePage = /^<?https?:\/\/[^/\s]+(?:\/(?:index\.html?)?(?:\d{4}\/?)?)?>?$/

/** Signs by which events, sessions and sections are told from each other. */
export const levelSigns: Sign[] = [
  {
    id: 'first-title',
    summary: 'The first title of a text is most often the event.',
    levels: { event: 1.5 },
    test: ({ previous }) => !previous,
    examples: [
      { notes: '関西の集まり\n\nあいさつ\n\n• 一つ', title: '関西の集まり' },
      { notes: 'The gathering\n\nWelcome\n\n• one', title: 'The gathering' },
    ],
  },
  {
    id: 'gathering-word',
    summary: 'カンファレンス, DAYS, 勉強会, meetup … at the end of a title or before its year name an event.',
    levels: { event: 2.5 },
    test: ({ text }) => gathering.test(text) || gatheringName.test(text),
    examples: [
      { notes: '金沢もくもく会 #12\n\n• 一つ', title: '金沢もくもく会 #12' },
      { notes: 'Rust Summit 2021\n\n• one', title: 'Rust Summit 2021' },
      { notes: 'ElixirConf 2020\n\n• one', title: 'ElixirConf 2020' },
    ],
  },
  {
    id: 'year',
    summary: 'A year at the end of a title names an event of that year.',
    levels: { event: 2 },
    test: ({ text }) => year.test(text),
    examples: [
      { notes: 'Cloud Expo Osaka 2016\n\n• one', title: 'Cloud Expo Osaka 2016' },
      { notes: 'データ祭 2022\n\n• 一つ', title: 'データ祭 2022' },
    ],
  },
  {
    id: 'edition',
    summary: 'A number such as 第3回, #12, vol.5 or 10周年 names one event of a series.',
    levels: { event: 2 },
    test: ({ text }) => editionNumber.test(text),
    examples: [
      { notes: '第3回 名古屋の会\n\n• 一つ', title: '第3回 名古屋の会' },
      { notes: 'Observability Lounge #4\n\n• one', title: 'Observability Lounge #4' },
    ],
  },
  {
    id: 'memo-of',
    summary: '…のメモ, …参加記, … notes name what the notes are of.',
    levels: { event: 3 },
    test: ({ text }) => memoOf.test(text),
    examples: [
      { notes: '組織論の講演のメモ\n\n• 一つ', title: '組織論の講演のメモ' },
      { notes: 'Compiler lecture notes\n\n• one', title: 'Compiler lecture notes' },
    ],
  },
  {
    id: 'date-under',
    summary: 'A date or a venue stands under the title of an event.',
    levels: { event: 3, session: 0.5 },
    test: (line) => dateRow.test(openingLine(line)),
    examples: [
      { notes: '春の集まり\n日時: 2019年4月1日\n\n• 一つ', title: '春の集まり' },
      { notes: 'Spring gathering\n2019-04-01\n\n• one', title: 'Spring gathering' },
    ],
  },
  {
    id: 'lone-prose',
    summary:
      'Where titles stand over lists, one with a sentence under it and a title below that begins something larger.',
    levels: { event: 3, session: 1.5 },
    test: (line) =>
      line.listShare >= 0.5 && line.body.length === 1 && line.next !== undefined && opensWithProse(line),
    examples: ['輪読', 'Reading'].map((title) => ({
      notes: `${['a', 'b', 'c', 'd', 'e', 'f'].map((x) => `${x}\n\n• 1\n\n`).join('')}${title}\n\nAll of it, in short words.\n\ng\n\n• 2`,
      title,
    })),
  },
  {
    id: 'over-prose',
    summary: 'Where titles stand over prose, that under a title is the text of a section.',
    levels: { section: 1 },
    test: (line) => line.listShare < 0.5 && opensWithProse(line),
    examples: [
      { notes: '会場\n\n駅から近くて便利だった。\n\n昼食\n\nカレーだった。', title: '昼食' },
      { notes: 'Venue\n\nIt was close to the station.\n\nLunch\n\nThere was curry.', title: 'Lunch' },
    ],
  },
  {
    id: 'over-title',
    summary: 'A title right over another title stands above it, if it is not an empty section.',
    levels: { event: 1, session: 1 },
    test: ({ body, next, text }) => body.length === 0 && next !== undefined && !closing.test(text),
    examples: [
      { notes: '秋の集まり\n\nあいさつ\n\n• 一つ', title: '秋の集まり' },
      { notes: 'Autumn\n\nWelcome\n\n• one', title: 'Autumn' },
    ],
  },
  {
    id: 'home-page',
    summary: 'The address of a site, without a path, stands under the title of an event.',
    levels: { event: 2, session: 1 },
    test: (line) => homePage.test(openingUrl(line) ?? ''),
    examples: [
      { notes: '夏の集まり\n\nhttps://summer.example.org/\n\n• 一つ', title: '夏の集まり' },
      { notes: 'Summer\n\nhttps://example.org/2020/\n\n• one', title: 'Summer' },
    ],
  },
  {
    id: 'page-url',
    summary: 'The address of a page stands under the title of a session.',
    levels: { session: 3 },
    test: (line) => openingUrl(line) !== undefined && !homePage.test(openingUrl(line) ?? ''),
    examples: [
      { notes: '型の話\n\nhttps://example.org/talks/types\n\n• 一つ', title: '型の話' },
      { notes: 'Types\n\nスライド：https://example.org/slides/types\n\n• one', title: 'Types' },
    ],
  },
  {
    id: 'title-by',
    summary: 'A title that ends in `by X` or a handle names the presenter of a session.',
    levels: { session: 4 },
    test: ({ text }) => presenter.test(text),
    examples: [
      { notes: '型のない世界 by 山田花子\n\n• 一つ', title: '型のない世界 by 山田花子' },
      { notes: 'Types at work - @typefan\n\n• one', title: 'Types at work - @typefan' },
    ],
  },
  {
    id: 'speaker-under',
    summary: 'A speaker named right under a title makes it a session.',
    levels: { session: 3.5 },
    test: opensWithSpeaker,
    examples: [
      { notes: '型の話\n\n• 発表者：山田花子\n• 一つ', title: '型の話' },
      { notes: 'Types\nBy Hanako Yamada, engineer\n\n• one', title: 'Types' },
    ],
  },
  {
    id: 'over-members',
    summary: 'A list of the people follows the title of a session.',
    levels: { session: 4 },
    test: opensWithMembers,
    examples: [
      { notes: '型の話\n\n登壇者\n\n• 山田\n\n発表\n\n• 一つ', title: '型の話' },
      { notes: 'Types\n\nPanel\n\n• @typefan\n• @untyped\n\nTalk\n\n• one', title: 'Types' },
    ],
  },
  {
    id: 'members',
    summary: 'A list of the people is a section.',
    levels: { section: 6 },
    test: isMembers,
    examples: [
      { notes: '型の話\n\n登壇者\n\n• 山田\n\n発表\n\n• 一つ', title: '登壇者' },
      { notes: 'Types\n\nPanel\n\n• @typefan\n• @untyped\n\nTalk\n\n• one', title: 'Panel' },
    ],
  },
  {
    id: 'known-section',
    summary: '概要, 用語, Q&A, Agenda … are sections.',
    levels: { section: 5 },
    test: ({ text }) => parts.test(text),
    examples: [
      { notes: '型の話\n\n概要\n\n• 一つ', title: '概要' },
      { notes: 'Types\n\nQ&A\n\n• one', title: 'Q&A' },
    ],
  },
  {
    id: 'closing-word',
    summary: 'おわりに, まとめ, Takeaways … close a session as its last section.',
    levels: { section: 4 },
    test: ({ text }) => closing.test(text),
    examples: [
      { notes: '型の話\n\n• 一つ\n\nおわりに\n\n次の話\n\n• 二つ', title: 'おわりに' },
      { notes: 'Types\n\n• one\n\nTakeaways\n\n• two', title: 'Takeaways' },
    ],
  },
  {
    id: 'over-list',
    summary: 'A title right over a list of points is most often a section.',
    levels: { section: 1 },
    test: ({ body }) => body[0]?.kind === 'list',
    examples: [
      { notes: '型の話\n\n• 一つ', title: '型の話' },
      { notes: 'Types\n\n- one', title: 'Types' },
    ],
  },
  {
    id: 'topic',
    summary: '…とは, …について and a question name a topic within a talk.',
    levels: { section: 1.5 },
    test: ({ text }) => /(?:とは(?:何か|なにか)?|について|の話|のか)[?？]?$|[?？]$/.test(text),
    examples: [
      { notes: '言語\n\n型とは\n\n• 一つ', title: '型とは' },
      { notes: 'Languages\n\nWhy types?\n\n• one', title: 'Why types?' },
    ],
  },
  {
    id: 'repeated',
    summary: 'A title that stands in the text several times is a section of each session.',
    levels: { section: 2.5 },
    test: ({ count }) => count > 1,
    examples: [
      { notes: '型\n\n良い点\n\n• 1\n\n値\n\n良い点\n\n• 2', title: '良い点' },
      { notes: 'Types\n\nPros\n\n• 1\n\nValues\n\nPros\n\n• 2', title: 'Pros' },
    ],
  },
  {
    id: 'over-repeated',
    summary: 'The title right over a repeated one is that of a session.',
    levels: { session: 2 },
    test: ({ next, count, body }) =>
      count === 1 && body.length === 0 && (next?.count ?? 0) > 1 && !closing.test(next?.text ?? ''),
    examples: [
      { notes: '型\n\n良い点\n\n• 1\n\n値\n\n良い点\n\n• 2', title: '値' },
      { notes: 'Types\n\nPros\n\n• 1\n\nValues\n\nPros\n\n• 2', title: 'Types' },
    ],
  },
]
