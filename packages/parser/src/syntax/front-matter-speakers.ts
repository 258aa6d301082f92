import type { FileRole } from '../context.ts'
import type { Event, Person, Session } from '../nodes.ts'
import { addSpeakers } from './add-speakers.ts'
import type { SyntaxPass } from './index.ts'
import { parsePeople } from './people-list.ts'
import { parsePerson } from './person.ts'

const keys = [
  'speakers',
  'speaker',
  'presenters',
  'presenter',
  'members',
  'panelists',
  'guest',
  'guests',
  'moderator',
  '登壇者',
  '発表者',
  'スピーカー',
  'ゲスト',
  'メンバー',
]

/**
 * Speakers in the front matter: `speaker: 山田`, or `members:` and `guest:` with `name` and `link`. They belong to
 * the file's one session, or to its event where it has none or several.
 *
 * ```md
 * ---
 * members:
 *   - name: "@alpha"
 *     link: https://example.com/alpha
 * ---
 *
 * # 会
 * ```
 *
 * ```json
 * {"speakers": [{"name": "alpha", "handle": "@alpha", "urls": [{"url": "https://example.com/alpha"}]}]}
 * ```
 */
export const frontMatterSpeakers: SyntaxPass = (tree, context) => {
  const matter = context.frontMatter
  const [event] = tree.children
  if (!matter || !event) return
  const owner = ownerOfFrontMatter(event, context.role)
  for (const key of keys) {
    const value = matter.data[key]
    const people = (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) => personOf(entry))
    addSpeakers(owner, people, 'front-matter', matter.place(key))
  }
}

/** What the front matter of a file speaks of: its one session, else its event. */
export function ownerOfFrontMatter(event: Event, role: FileRole): Event | Session {
  const sessions = event.children.filter((child) => child.type === 'session')
  const [session] = sessions
  return session && (role === 'session' || (sessions.length === 1 && !event.title)) ? session : event
}

/** The people of one value: a text, or a record with `name`. */
function personOf(value: unknown): Person[] {
  if (typeof value === 'string') return parsePeople(value)
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  const name = textAt(record, 'name', 'title', '名前', 'handle')
  const person = name === undefined ? undefined : parsePerson(name)
  if (!person) return []
  const handle = textAt(record, 'handle', 'twitter', 'github', 'x')
  if (handle && /^@?[\w-]+$/.test(handle)) person.handle ??= `@${handle.replace(/^@/, '')}`
  for (const field of ['link', 'url', 'website', 'twitter', 'github', 'x'] as const) {
    const url = textAt(record, field)
    if (url && /^https?:/i.test(url)) person.urls.push({ url })
  }
  for (const field of ['affiliation', 'company', 'organization', 'org', '所属'] as const) {
    const text = textAt(record, field)
    if (text) person.affiliations.push(text)
  }
  for (const field of ['bio', 'role', 'job', 'description', '紹介'] as const) {
    const text = textAt(record, field)
    if (text) person.bio.push(text)
  }
  const reading = textAt(record, 'reading', 'kana', 'よみ')
  if (reading) person.reading = reading
  return [person]
}

function textAt(record: Record<string, unknown>, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string' && value.trim()) return value.trim()
  }
  return undefined
}
