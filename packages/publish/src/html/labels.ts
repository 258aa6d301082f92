/** The words that the books add to the notes. */
export interface Labels {
  contents: string
  cover: string
  glossary: string
  people: string
  index: string
  links: string
  notes: string
  question: string
  answer: string
  speakers: string
  dates: string
  venue: string
  pages: string
  slides: string
  done: string
  open: string
  due: string
  untitled: string
  reading: (text: string) => string
  see: string
  seeAlso: string
  /** Between the names that a reference leads to. */
  between: string
  /** What a reference in the index says to who hears it; undefined where its words say it already. */
  seeAloud?: (heading: string) => string
  seeAlsoAloud?: (heading: string) => string
  usedIn: string
  /** For who cannot see a code to scan. */
  code: string
  /** Before the place where a shortened definition stands whole. */
  continued: string
  sessions: string
  more: (count: number) => string
  details: string
  missingImage: (alt: string) => string
  backTo: (label: string) => string
  landmarks: string
  pageList: string
}

const japanese: Labels = {
  contents: '目次',
  cover: '表紙',
  glossary: '用語集',
  people: '登壇者',
  index: '索引',
  links: 'リンク集',
  notes: '注',
  question: 'Q',
  answer: 'A',
  speakers: '登壇',
  dates: '日時',
  venue: '会場',
  pages: 'ページ',
  slides: '資料',
  done: '済み',
  open: '未了',
  due: '期限',
  untitled: '無題',
  reading: (text) => `（${text}）`,
  see: '→',
  seeAlso: '→',
  between: '、',
  seeAloud: (heading) => `${heading}を見よ`,
  seeAlsoAloud: (heading) => `${heading}も見よ`,
  usedIn: '出てくるところ',
  code: 'QRコード',
  continued: '続きは ',
  sessions: 'セッション',
  more: (count) => `ほか${count}か所は索引へ`,
  details: '詳細',
  missingImage: (alt) => (alt === '' ? '［画像なし］' : `［画像：${alt}］`),
  backTo: (label) => `本文の注${label}へ戻る`,
  landmarks: '主なところ',
  pageList: 'ページ一覧',
}

const english: Labels = {
  contents: 'Contents',
  cover: 'Cover',
  glossary: 'Glossary',
  people: 'Speakers',
  index: 'Index',
  links: 'Links',
  notes: 'Notes',
  question: 'Q',
  answer: 'A',
  speakers: 'Speakers',
  dates: 'Date',
  venue: 'Venue',
  pages: 'Pages',
  slides: 'Slides',
  done: 'done',
  open: 'open',
  due: 'due',
  untitled: 'Untitled',
  reading: (text) => ` (${text})`,
  see: 'see',
  seeAlso: 'see also',
  between: '; ',
  usedIn: 'Where it is used',
  code: 'QR code',
  continued: 'continued in ',
  sessions: 'Sessions',
  more: (count) => `${count} more: see the index`,
  details: 'Details',
  missingImage: (alt) => (alt === '' ? '[no image]' : `[image: ${alt}]`),
  backTo: (label) => `Back to note ${label} in the text`,
  landmarks: 'Landmarks',
  pageList: 'List of pages',
}

/** The words for a book's language; English where there are none in it. */
export function labelsFor(language: string): Labels {
  return /^ja\b/iu.test(language) ? japanese : english
}
