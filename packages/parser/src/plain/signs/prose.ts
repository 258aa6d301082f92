import type { Sign } from '../sign.ts'
import { bareUrl, englishClause, isPart, korean, labelledUrl, plainEnding, polite } from '../words.ts'

const code =
  /[;{}]$|^(?:import|export|const|let|var|function|class|def|return|func|fn)\b.*[=({;:]|^(?:type|interface|public|private|package|use|from|if|for|while)\b.*(?:[=({;:]$|=|\) *\{)|=>|<\/|^<[a-z!/]|^[|>}\])]|^\/\/|\s\/\/\s|^[\w$]+(?:\.[\w$]+)+\(|^\$\s|^:[\w-]+:|^\[\^|^(?:npm|yarn|pnpm|git|docker|curl|sudo|cd|pip|brew) [\w-]+/

/** Signs by which titles are told from prose. */
export const proseSigns: Sign[] = [
  {
    id: 'sentence',
    summary: 'A line that ends like a sentence is prose.',
    title: -4,
    test: ({ text }) =>
      /[。｡]$/.test(text) || polite.test(text) || (/[a-z)]\.$/.test(text) && text.split(' ').length > 3),
    examples: [
      { notes: '発表\n\n資料は後で公開されるそうです\n\n• 一つ', title: '資料は後で公開されるそうです' },
      {
        notes: 'Keynote\n\nThe room was too small for everyone.\n\n• one',
        title: 'The room was too small for everyone.',
      },
    ],
  },
  {
    id: 'korean-sentence',
    summary: 'A Korean line that ends in a verb is prose.',
    title: -3,
    test: ({ text }) => korean.test(text),
    examples: [
      { notes: '발표\n\n자료는 나중에 공개합니다\n\n• 하나', title: '자료는 나중에 공개합니다' },
      { notes: '발표\n\n회의실이 너무 작았다\n\n• 하나', title: '회의실이 너무 작았다' },
    ],
  },
  {
    id: 'english-clause',
    summary: 'An English line that begins with its subject and goes on for long may be prose.',
    title: -1.5,
    test: ({ text }) => englishClause.test(text),
    examples: [
      {
        notes: 'Keynote\n\nI could not get into the main hall\n\n• one',
        title: 'I could not get into the main hall',
      },
      {
        notes: 'Keynote\n\nThere were not enough chairs for everyone\n\n• one',
        title: 'There were not enough chairs for everyone',
      },
    ],
  },
  {
    id: 'several-sentences',
    summary: 'A line with a full stop inside is prose.',
    title: -4,
    test: ({ text }) => /[。｡]./.test(text) || /[a-z]{2}[.!?]\s+[A-Z]\w+ \w+/.test(text),
    examples: [
      { notes: '朝は雨。昼から晴れ\n\n• 一つ', title: '朝は雨。昼から晴れ' },
      { notes: 'We came late. Nobody was waiting\n\n• one', title: 'We came late. Nobody was waiting' },
    ],
  },
  {
    id: 'plain-ending',
    summary: 'A line that ends like a plain statement may be prose.',
    title: -1,
    test: ({ text }) => plainEnding.test(text),
    examples: [
      { notes: '開発\n\n会場はとても混んでいた\n\n次の話', title: '会場はとても混んでいた' },
      { notes: '開発\n\n資料は公開されるとのこと\n\n次の話', title: '資料は公開されるとのこと' },
    ],
  },
  {
    id: 'comma',
    summary: 'A line with a Japanese comma may be prose.',
    title: -0.8,
    test: ({ text }) => /[、，]/.test(text),
    examples: [
      { notes: '昨日の、あの続き\n\n• 一つ', title: '昨日の、あの続き' },
      { notes: '運用、その後\n\n• 一つ', title: '運用、その後' },
    ],
  },
  {
    id: 'long',
    summary: 'A line of more than 80 columns may be prose.',
    title: -1.5,
    test: ({ width }) => width > 80,
    examples: [
      { notes: `${'長い話'.repeat(15)}\n\n• 一つ`, title: '長い話'.repeat(15) },
      { notes: `${'long words '.repeat(9)}end\n\n• one`, title: `${'long words '.repeat(9)}end` },
    ],
  },
  {
    id: 'very-long',
    summary: 'A line of more than 120 columns is prose.',
    title: -4,
    test: ({ width }) => width > 120,
    examples: [
      { notes: `${'長い話'.repeat(25)}\n\n• 一つ`, title: '長い話'.repeat(25) },
      { notes: `${'long words '.repeat(14)}end\n\n• one`, title: `${'long words '.repeat(14)}end` },
    ],
  },
  {
    id: 'lead-in',
    summary: 'A longer line that ends in a colon or a comma leads into what follows.',
    title: -2.5,
    test: ({ text, width }) => /[,、，]$/.test(text) || (width > 20 && /[:：]$/.test(text)),
    examples: [
      { notes: '開発で気をつけることは次の三つ：\n\n• 一つ', title: '開発で気をつけることは次の三つ：' },
      { notes: 'The team chose these three tools:\n\n• one', title: 'The team chose these three tools:' },
    ],
  },
  {
    id: 'unfinished',
    summary: 'A line that ends in a particle goes on below.',
    title: -2.5,
    test: ({ text }) =>
      !isPart(text) && /(?:(?<!と)は|が|を|(?<!よう)に|の|(?<!ま)で|(?<![こもあひ])と|けど|とか)$/.test(text),
    examples: [
      { notes: '会場\n\n駅から近くて便利だったのは\n\n• 一つ', title: '駅から近くて便利だったのは' },
      { notes: '会場\n\n席が少ないと\n\n• 一つ', title: '席が少ないと' },
    ],
  },
  {
    id: 'no-letters',
    summary: 'A line without letters and digits is no title.',
    title: -8,
    test: ({ text }) => !/[\p{L}\p{N}]/u.test(text),
    examples: [
      { notes: '会場\n\n✨✨\n\n• 一つ', title: '✨✨' },
      { notes: '会場\n\n……\n\n• 一つ', title: '……' },
    ],
  },
  {
    id: 'url',
    summary: 'A URL is no title.',
    title: -8,
    test: ({ text }) => bareUrl.test(text) || labelledUrl.test(text),
    examples: [
      { notes: 'https://example.com/talks\n\n• 一つ', title: 'https://example.com/talks' },
      { notes: '資料：https://example.com/talks\n\n• 一つ', title: '資料：https://example.com/talks' },
    ],
  },
  {
    id: 'with-url',
    summary: 'A line with a URL in it refers to something else.',
    title: -3,
    test: ({ text }) => /\shttps?:\/\/\S/.test(text),
    examples: [
      {
        notes: '会場\n\n地図は https://example.com/map にある\n\n• 広い',
        title: '地図は https://example.com/map にある',
      },
      {
        notes: 'Venue\n\nMap at https://example.com/map\n\n• large',
        title: 'Map at https://example.com/map',
      },
    ],
  },
  {
    id: 'caption',
    summary: 'A line under the options of a directive (`:width: 400px`) is its caption.',
    title: -5,
    test: ({ above }) => /^:[\w-]+:(?:\s|$)/.test(above),
    examples: [
      { notes: '会場\n\n:width: 400px\n\n受付の行列\n\n会場は広い。', title: '受付の行列' },
      { notes: 'Venue\n\n:alt:\n\nThe queue\n\nIt was long.', title: 'The queue' },
    ],
  },
  {
    id: 'between-prose',
    summary: 'Where titles stand over lists, a line with prose above and below it is prose.',
    title: -1,
    test: ({ before, body, listShare }) => listShare >= 0.3 && before === 'text' && body[0]?.kind === 'text',
    examples: [
      {
        notes: '会場\n\n• 広い\n\n近くて\n便利。\n\n思い出の一枚\n\n並んで\n撮った。',
        title: '思い出の一枚',
      },
      { notes: 'Venue\n\n• large\n\nIt was\nclose.\n\nA picture\n\nOf us\nall.', title: 'A picture' },
    ],
  },
  {
    id: 'code',
    summary: 'A line of source code or markup is no title.',
    title: -6,
    test: ({ text }) => code.test(text),
    examples: [
      { notes: '設定\n\nconst port = 80\n\nlisten(port);\n\n• 一つ', title: 'const port = 80' },
      { notes: '設定\n\n<section id="a">\n\n• 一つ', title: '<section id="a">' },
    ],
  },
  {
    id: 'remark',
    summary: 'A line in brackets, or one that begins with ※, →, 🔗 or a quotation mark, is a remark.',
    title: -2.5,
    test: ({ text }) => /^(?:[※→⇒←>＞"“]|🔗|👉|📎)/u.test(text) || /^[(（][^()（）]*[)）]$/.test(text),
    examples: [
      { notes: '会場\n\n※席は少なめ\n\n次の話', title: '※席は少なめ' },
      { notes: '会場\n\n（休憩）\n\n次の話', title: '（休憩）' },
    ],
  },
  {
    id: 'file-name',
    summary: 'A file name stands over code, not over notes.',
    title: -1.5,
    test: ({ text }) => /^[\w.-]*[a-z][\w/-]*\.[a-z]{1,8}$/.test(text) && !/^[A-Z]/.test(text),
    examples: [
      { notes: '設定\n\nsrc/main.rs\n\n次の話', title: 'src/main.rs' },
      { notes: '設定\n\nbuild-all.sh\n\n次の話', title: 'build-all.sh' },
    ],
  },
  {
    id: 'nothing-below',
    summary: 'A line at the end of the text with nothing under it is hardly a title.',
    title: -2,
    test: ({ body, next, text }) => !next && body.length === 0 && !isPart(text),
    examples: [
      { notes: '会場\n\n• 広い\n\nまた来年', title: 'また来年' },
      { notes: 'Venue\n\n• large\n\nSee you', title: 'See you' },
    ],
  },
  {
    id: 'over-code',
    summary: 'A line right over code introduces it.',
    title: -1.5,
    test: ({ body }) => body[0]?.kind === 'code',
    examples: [
      { notes: '設定の例\n\n```\na = 1\n```', title: '設定の例' },
      { notes: 'An example\n\n~~~\na = 1\n~~~', title: 'An example' },
    ],
  },
]
