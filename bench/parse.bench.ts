/** 1,200 session files one by one: parseNotes against remark-parse with remark-gfm alone. */
import { parseNotes } from '@notes/parser'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { leastCpu } from './support/cpu.ts'
import { report } from './support/measure.ts'
import { makeSessions } from './support/sessions.ts'

const files = makeSessions(1200)
const remark = unified().use(remarkParse).use(remarkGfm).freeze()

const baseline = leastCpu(3, () => files.forEach((file) => remark.parse(file)))
report('remark-parse and remark-gfm, 1,200 files', baseline)
const notes = leastCpu(3, () => files.forEach((file) => parseNotes(file, { role: 'session' })))
report('parseNotes, 1,200 files', notes, { name: 'remark', time: baseline, most: 1.5 })
