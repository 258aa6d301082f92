import { opensWithSpeaker } from '../openings.ts'
import { openingLine, type Sign } from '../sign.ts'
import { isFact, isPart } from '../words.ts'

/** Signs by which a line is found to be a title. */
export const titleSigns: Sign[] = [
  {
    id: 'marked',
    summary: 'A line marked with #, ■ or an underline, or in 【】, is a title.',
    title: 6,
    test: ({ mark }) => mark !== undefined,
    examples: [
      { notes: '■ 会場の様子\n広くて快適でした。', title: '会場の様子' },
      { notes: '会場の様子\n==========\n\n• 広い', title: '会場の様子' },
      { notes: '#今日の話\n\n• 一つ', title: '今日の話' },
    ],
  },
  {
    id: 'alone',
    summary: 'A line between blank lines may be a title.',
    title: 1,
    test: ({ blankBefore, blankAfter }) => blankBefore && blankAfter,
    examples: [
      { notes: '会場の様子\n\n• 広い', title: '会場の様子' },
      { notes: 'The venue\n\n• large', title: 'The venue' },
    ],
  },
  {
    id: 'list-below',
    summary: 'A line over a list is its title.',
    title: 2.5,
    test: ({ body }) => body[0]?.kind === 'list',
    examples: [
      { notes: '会場の様子\n\n• 広い', title: '会場の様子' },
      { notes: 'The venue\n- large', title: 'The venue' },
    ],
  },
  {
    id: 'fact-below',
    summary: 'A line over a URL, a date or a speaker is their title.',
    title: 2.5,
    test: (line) => isFact(openingLine(line)),
    examples: [
      { notes: '会場の様子\n\nhttps://example.com/venue\n\n• 広い', title: '会場の様子' },
      { notes: 'The venue\nDate: May 1\n\n• large', title: 'The venue' },
    ],
  },
  {
    id: 'speaker-below',
    summary: 'A line over the name of a speaker is the title of the talk.',
    title: 2.5,
    test: opensWithSpeaker,
    examples: [
      { notes: '型の話をしました\n\n• 発表者：山田花子', title: '型の話をしました' },
      { notes: 'What we learned.\n\n- Speaker: Hanako Yamada', title: 'What we learned.' },
    ],
  },
  {
    id: 'title-below',
    summary: 'A line right over another title line may be a title.',
    title: 0.5,
    test: ({ body, next }) => body.length === 0 && next !== undefined,
    examples: [
      { notes: '会場の様子\n\n広さ\n\n• 広い', title: '会場の様子' },
      { notes: 'The venue\n\nRooms\n\n• large', title: 'The venue' },
    ],
  },
  {
    id: 'first',
    summary: 'The first line of a text is its title.',
    title: 2,
    test: ({ before }) => before === undefined,
    examples: [
      { notes: '会場の様子\n\n広くて快適だった', title: '会場の様子' },
      { notes: 'The venue\n\nquite large', title: 'The venue' },
    ],
  },
  {
    id: 'after-rule',
    summary: 'A line under a horizontal rule begins something new.',
    title: 1.5,
    test: ({ before }) => before === 'rule',
    examples: [
      { notes: '会場\n\n• 広い\n\n---\n\n昼食\n\nカレー', title: '昼食' },
      { notes: 'Venue\n\n• large\n\n***\n\nLunch\n\nCurry', title: 'Lunch' },
    ],
  },
  {
    id: 'after-list',
    summary: 'A line in the margin after a list may begin something new.',
    title: 0.5,
    test: ({ before }) => before === 'list',
    examples: [
      { notes: '会場\n\n• 広い\n\n昼食\n\nカレー', title: '昼食' },
      { notes: 'Venue\n\n• large\n\nLunch\n\nCurry', title: 'Lunch' },
    ],
  },
  {
    id: 'short',
    summary: 'A line of at most 40 columns may be a title.',
    title: 0.5,
    test: ({ width }) => width <= 40,
    examples: [
      { notes: '会場の様子\n\n• 広い', title: '会場の様子' },
      { notes: 'The venue\n\n• large', title: 'The venue' },
    ],
  },
  {
    id: 'known-part',
    summary: 'Words that open or close a talk are titles: 概要, まとめ, Q&A …',
    title: 2,
    test: ({ text }) => isPart(text),
    examples: [
      { notes: '会場\n\n• 広い\n\nおわりに\n\nまた来年', title: 'おわりに' },
      { notes: 'Venue\n\n• large\n\nTakeaways\n\nmany', title: 'Takeaways' },
    ],
  },
]
