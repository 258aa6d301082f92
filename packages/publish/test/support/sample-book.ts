import type { BookIndex, IndexEntry, Term } from '@notes/glossary'
import { joinNotes, parseNotes } from '@notes/parser'
import * as v from 'valibot'
import { bookSchema } from '../../src/config/schema.ts'
import type { Book, PersonRecord } from '../../src/model.ts'

export interface SampleOptions {
  events?: number
  sessions?: number
  sections?: number
  points?: number
  config?: Record<string, unknown>
  /** Markdown put into the first session's first section. */
  extra?: string
}

/** A made-up book: every session speaks of the same few things, with a length that depends on its number. */
export function sampleBook(options: SampleOptions = {}): Book {
  const { events = 2, sessions = 3, sections = 3, points = 8, config = {}, extra = '' } = options
  const parts = []
  for (let event = 1; event <= events; event++) {
    const folder = `events/${pad(event)}-meeting`
    const head = `---\nid: meeting-${event}\n---\n\n# 第${event}回 設計と運用の会\n\n小さな会場で開かれた、設計と運用の話をする会。\n`
    parts.push({
      path: `${folder}/event.md`,
      tree: parseNotes(head, { file: `${folder}/event.md`, role: 'event' }).tree,
    })
    for (let session = 1; session <= sessions; session++) {
      const file = `${folder}/${pad(session)}-talk.md`
      const text = sessionText(event, session, sections, points, event === 1 && session === 1 ? extra : '')
      parts.push({ path: file, tree: parseNotes(text, { file, role: 'session' }).tree })
    }
  }
  const { tree } = joinNotes(parts)
  const parsed = v.parse(bookSchema, { title: '設計と運用のノート', subtitle: '聞き書き', ...config })
  const book: Book = {
    config: { ...parsed, title: parsed.title ?? '' },
    tree,
    front: [],
    back: [],
    terms: sampleTerms(),
    index: sampleIndex(tree.children.flatMap(sectionIds)),
    people: [
      samplePerson(
        tree.children.flatMap((event) => event.children.filter((c) => c.type === 'session').map((c) => c.id)),
      ),
    ],
    messages: [],
  }
  return book
}

function sessionText(
  event: number,
  session: number,
  sections: number,
  points: number,
  extra: string,
): string {
  const lines = [`# 継続的な配備の話 ${event}-${session}`, '']
  for (let section = 1; section <= sections; section++) {
    lines.push(`## ${section}つ目の論点：手順と責任`, '')
    lines.push(
      `配備の手順を決める前に、だれが止めてよいのかを決めておく。第${section}の論点では、監視の値としきい値、そして夜間の呼び出しを減らす工夫が話された。**合意**がないまま自動化すると、あとで直すのが難しい。`,
      '',
    )
    for (let point = 1; point <= points + ((session * 7 + section * 3) % 5); point++) {
      lines.push(
        `- ${point}番目の点：計測してから直す。計測は \`latency\` と件数の二つで足りるという意見があった。`,
      )
      if (point % 3 === 0) lines.push(`  - 予算（error budget）を使い切ったら、新しい機能は止める。`)
      if (point % 4 === 0) lines.push(`- 夜間の呼び出しはだれが受けるのか？ → 週ごとの当番が受ける。`)
    }
    lines.push('')
    if (section === 1 && extra) lines.push(extra, '')
  }
  lines.push(`[資料](https://example.com/talks/${event}/${session})を見る。`, '')
  return lines.join('\n')
}

function sectionIds(node: {
  type: string
  id?: string
  children: unknown[]
}): { id: string; eventId: string }[] {
  const found: { id: string; eventId: string }[] = []
  const walk = (at: { type: string; id?: string; children?: unknown[] }): void => {
    if (at.type === 'section' && at.id !== undefined) found.push({ id: at.id, eventId: node.id ?? '' })
    for (const child of at.children ?? []) walk(child as typeof at)
  }
  walk(node)
  return found
}

function sampleTerms(): Term[] {
  const definition = parseNotes('使ってよい失敗の量。\n').tree.children.flatMap((event) => event.children)
  return ['エラー予算', '当番', '計測'].map((term, at) => ({
    term,
    id: `term-${at + 1}`,
    aliases: [],
    not: [],
    definition: definition.filter((child) => child.type === 'paragraph'),
    places: [],
  }))
}

function sampleIndex(sections: { id: string; eventId: string }[]): BookIndex {
  const entry = (heading: string, every: number): IndexEntry => ({
    kind: 'term',
    id: `entry-${every}`,
    heading,
    locators: sections
      .filter((_, at) => at % every === 0)
      .map(({ id, eventId }, at) => ({ targetId: id, primary: at === 0, eventId })),
  })
  return {
    groups: [
      { label: 'あ', entries: [entry('エラー予算', 1), entry('運用', 3)] },
      { label: 'か', entries: [entry('計測', 2), entry('監視', 5)] },
      { label: 'た', entries: [entry('当番', 4)] },
    ],
  }
}

function samplePerson(sessionIds: string[]): PersonRecord {
  return {
    id: 'person-1',
    kind: 'person',
    name: '見本 花子',
    aliases: [],
    affiliations: ['見本商会'],
    bio: ['配備の仕組みを作っている。'],
    sessionIds,
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
