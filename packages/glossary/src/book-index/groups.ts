import type { IndexEntry, IndexGroup } from '../model.ts'

/** The same order everywhere: the locale is named, and ties are broken by code units. */
const collator = new Intl.Collator('ja', { numeric: true })

/** The first kana of each row of the syllabary. */
const rows: [label: string, kana: string][] = [
  ['あ', 'あいうえおゔ'],
  ['か', 'かきくけこがぎぐげご'],
  ['さ', 'さしすせそざじずぜぞ'],
  ['た', 'たちつてとだぢづでど'],
  ['な', 'なにぬねの'],
  ['は', 'はひふへほばびぶべぼぱぴぷぺぽ'],
  ['ま', 'まみむめも'],
  ['や', 'やゆよ'],
  ['ら', 'らりるれろ'],
  ['わ', 'わゐゑをん'],
]
const rowOf = new Map(rows.flatMap(([label, kana]) => [...kana].map((letter) => [letter, label] as const)))
const symbols = '記号・数字'
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** For kanji without a reading. */
const others = 'その他'
const order = [symbols, ...letters, ...rows.map(([label]) => label), others]

/** Entries in 五十音 order under the headings of an index; groups without entries are left out. */
export function groupEntries(entries: readonly IndexEntry[]): IndexGroup[] {
  const groups = new Map<string, IndexEntry[]>(order.map((label) => [label, []]))
  for (const entry of entries) groups.get(groupOf(entry))?.push(entry)
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([label, members]) => ({ label, entries: members.sort(compareEntries) }))
}

/** A Latin heading stands under its letter even where its reading is known: SLO under S, not え. */
function groupOf(entry: IndexEntry): string {
  const first = firstLetter(entry.heading)
  if (/^[A-Z]$/.test(first)) return first
  if (!/^[\p{L}]/u.test(first)) return symbols
  const kana = toHiragana(firstLetter(entry.reading ?? entry.heading))
  const upright = smallKana.get(kana) ?? kana
  return rowOf.get(upright) ?? (/\p{sc=Han}/u.test(first) ? others : symbols)
}

function firstLetter(text: string): string {
  const [letter = ''] = withoutSigns(text)
  return letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toUpperCase()
}

/** Without the signs that no order looks at: `@hanako` stands at hanako, `.NET` at NET. */
function withoutSigns(text: string): string {
  return text.normalize('NFKC').replace(/^[\s「『（("'・@#.]+(?=\p{L})/u, '')
}

const smallKana = new Map(
  Array.from(
    'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわ'.matchAll(/(.)(.)/gu),
    ([, small = '', large = '']) => [small, large],
  ),
)

function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

/** By reading (Latin headings by themselves), then by heading, then by code units, then by id. */
function compareEntries(a: IndexEntry, b: IndexEntry): number {
  return (
    collator.compare(keyOf(a), keyOf(b)) ||
    collator.compare(a.heading, b.heading) ||
    compareUnits(keyOf(a), keyOf(b)) ||
    compareUnits(a.heading, b.heading) ||
    compareUnits(a.id, b.id)
  )
}

function keyOf(entry: IndexEntry): string {
  if (/^[A-Z]$/.test(firstLetter(entry.heading))) return withoutSigns(entry.heading)
  return toHiragana(withoutSigns(entry.reading ?? entry.heading))
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
