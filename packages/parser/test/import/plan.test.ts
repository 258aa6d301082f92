import { describe, expect, it } from 'vitest'
import { parseNotes, planImport } from '../../src/index.ts'

const markdown = `---
series: 春の会
dates: [2021-04-01]
levels: {event: 1, session: 2}
---

# 春の集まり 2021

会場は![入口](img/gate.png)駅前。

## 型の話 by 山田

脚注[^1]と[資料][doc]、[次の話](#値の話)、[別の会](autumn.md)。

### 背景

- 一つ

## 値の話

![図](../shared/fig%201.png)

[^1]: [資料][doc]も見る

[doc]: slides/types.pdf
`

function textOf(files: readonly { path: string; text: string }[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? `(no ${path})`
}

describe('planImport', () => {
  const plan = planImport([
    { path: 'notes/spring.md', source: markdown },
    { path: 'notes/autumn.md', source: '# Autumn meetup #3\n\n## Types\n\n- one' },
  ])

  it('makes a folder of each event and a file of each session', () => {
    expect(plan.files.map(({ path }) => path)).toEqual([
      'book.yaml',
      'events/01-event/event.md',
      'events/01-event/01-event-1.md',
      'events/01-event/02-event-2.md',
      'events/02-autumn-meetup-3/event.md',
      'events/02-autumn-meetup-3/01-types.md',
    ])
  })

  it('keeps front matter, but not the keys that told how to read the file', () => {
    const text = textOf(plan.files, 'events/01-event/event.md')
    expect(text).toMatch(/^---\nid: event\nseries: 春の会\ndates: \[ ?2021-04-01 ?\]\n---\n/)
    expect(text).not.toContain('levels')
  })

  it('begins each file with its title, and sections one level deeper', () => {
    expect(textOf(plan.files, 'events/01-event/event.md')).toContain('\n# 春の集まり 2021\n')
    expect(textOf(plan.files, 'events/01-event/01-event-1.md')).toContain('\n# 型の話 by 山田\n')
    expect(textOf(plan.files, 'events/01-event/01-event-1.md')).toContain('\n## 背景\n')
  })

  it('moves images into the folder of their event', () => {
    expect(plan.images.map(({ from, to, file }) => ({ from, to, file }))).toEqual([
      { from: 'notes/img/gate.png', to: 'events/01-event/images/gate.png', file: 'notes/spring.md' },
      { from: 'shared/fig 1.png', to: 'events/01-event/images/fig 1.png', file: 'notes/spring.md' },
    ])
    expect(textOf(plan.files, 'events/01-event/event.md')).toContain('![入口](images/gate.png)')
    expect(textOf(plan.files, 'events/01-event/02-event-2.md')).toContain('![図](images/fig%201.png)')
  })

  it('gives each file the definitions that it refers to, and new ways to imported notes', () => {
    const text = textOf(plan.files, 'events/01-event/01-event-1.md')
    expect(text).toContain('[^1]: ')
    expect(text).toContain('[doc]: slides/types.pdf')
    expect(text).toContain('[別の会](../02-autumn-meetup-3/event.md)')
  })

  it('writes the title of the book only where there is one event', () => {
    expect(textOf(plan.files, 'book.yaml')).toBe('language: ja\n')
    const { files } = planImport([{ path: 'a.txt', source: 'Spring Summit 2020\n\n- one' }])
    expect(textOf(files, 'book.yaml')).toBe('title: Spring Summit 2020\nlanguage: en\n')
  })

  it('goes on with the numbers of the folders that there are, and finds its own again', () => {
    const part = { path: 'a.txt', source: 'Spring Summit 2020\n\n- one' }
    const paths = (existing: string[]) => planImport([part], { existing }).files.map(({ path }) => path)
    expect(paths(['01-autumn', '07-winter'])).toContain('events/08-spring-summit-2020/event.md')
    expect(paths(['03-spring-summit-2020'])).toContain('events/03-spring-summit-2020/event.md')
  })

  it('keeps ids apart, and those that the notes give', () => {
    const source =
      'Spring Summit 2020\n\nTypes\n\nhttps://a.example/t/1\n\nTypes\n\nhttps://a.example/t/2\n\n• one'
    const { files } = planImport([{ path: 'a.txt', source }])
    const ids = files.flatMap(({ text }) => /^id: (.*)$/m.exec(text)?.[1] ?? [])
    expect(ids).toEqual(['spring-summit-2020', 'types', 'types-2'])
    const given = planImport([{ path: 'b.txt', source: `---\nid: summit\n---\n${source}` }])
    expect(given.files[1]?.path).toBe('events/01-summit/event.md')
  })

  it('escapes what would be Markdown', () => {
    const source =
      'Spring Summit 2020\n\n• *a* _b_ `c` <d> [e](f) &amp; 1. g\n• # h\n• 2019. i\n• ~j~ $k$ | l'
    const { files } = planImport([{ path: 'a.txt', source }])
    const texts: string[] = []
    const visit = (node: { type: string; value?: string; children?: unknown[] }) => {
      if (node.type === 'text') texts.push(node.value ?? '')
      for (const child of node.children ?? []) visit(child as typeof node)
    }
    visit(parseNotes(textOf(files, 'events/01-spring-summit-2020/event.md'), { role: 'event' }).tree)
    expect(texts.slice(1)).toEqual(['*a* _b_ `c` <d> [e](f) &amp; 1. g', '# h', '2019. i', '~j~ $k$ | l'])
  })

  it('passes on what there is to say about the notes, and writes nothing of an empty file', () => {
    const { messages } = planImport([{ path: 'a.txt', source: '---\nevents: [None]\n---\nSpring\n\n• one' }])
    expect(messages.map(({ file, ruleId }) => [file, ruleId])).toContainEqual(['a.txt', 'plain-hint'])
    expect(planImport([{ path: 'a.txt', source: '' }]).files.map(({ path }) => path)).toEqual(['book.yaml'])
  })
})
