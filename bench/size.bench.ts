/**
 * One file of 0.5, 1, 2 and 4 MB: how the time grows with a doubling. And what a million bullets take.
 *
 * The time is that of the processor, as a busy machine lengthens the longer runs most.
 */
import { parseNotes } from '@notes/parser'
import { leastCpu } from './support/cpu.ts'
import { report } from './support/measure.ts'
import { makeSessions } from './support/sessions.ts'

const all = makeSessions(1400).join('\n')
let before: { name: string; time: number; most: number } | undefined
parseNotes(all.slice(0, 200_000))
for (const megabytes of [0.5, 1, 2, 4]) {
  const text = cut(all, megabytes * 1_000_000)
  const time = leastCpu(2, () => parseNotes(text))
  report(`one file of ${megabytes} MB`, time, before)
  before = { name: 'half of it', time, most: 2.2 }
}

const bullets = '- 項目\n'.repeat(1_000_000)
for (const input of ['markdown', 'text'] as const) {
  const time = leastCpu(1, () => console.log(parseNotes(bullets, { input }).messages.map(String).join('; ')))
  report(`a million bullets of ${input}`, time)
  console.log(`${Math.round(process.resourceUsage().maxRSS / 1000)} MB of memory at most so far`)
}

/** The head of a text of so many bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).replace(/\uFFFD+$/, '')
}
