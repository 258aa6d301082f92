import { parseNotes } from '@notes/parser'
import { openNotes, splitPieces } from '@notes/parser/apart'
import { describe, expect, it } from 'vitest'
import { flattenPieces, unflattenPieces } from '../../src/load/flat-pieces.ts'
import { ApartParser } from '../../src/load/parse-apart.ts'

const everything = `# 会 &amp; *例*

## 話 \`code\` ~~消~~

- [ ] 一 <b>x</b>
- [x] 二 https://conference.example/a

  1. 三[^n]
  2. ![図](a.png "題")

| 左 | 右 |
| :- | -: |
| a | b\\|c |

> 引用  
> 次の行

\`\`\`js title
let a = '&'
\`\`\`

[参照][r] と 𠮷と👍

<details><summary>s</summary>

[r]: https://conference.example/r "題"
[^n]: 注
`

async function parseApart(texts: readonly (string | undefined)[], threads: number) {
  const parser = new ApartParser(threads)
  for (const text of texts) {
    parser.expect(Buffer.byteLength(text ?? ''))
    parser.add(text)
  }
  const trees = []
  for await (const tree of parser.trees()) trees.push(tree)
  return trees
}

describe('Markdown parsed in threads', () => {
  it('comes back from a thread as it was', () => {
    const pieces = [...splitPieces(everything, 40)]
    const sent = structuredClone(flattenPieces(everything, pieces))
    expect(unflattenPieces(everything, sent)).toEqual(pieces)
  })

  it('gives the notes that one thread gives, from one long file and from many', async () => {
    const long = Array.from({ length: 3000 }, (_, index) =>
      everything.replaceAll('話', `話${index}`).replaceAll(/\[(r|\^n)\]/gu, `[$1${index}]`),
    ).join('\n')
    const many = Array.from({ length: 3000 }, (_, index) => everything.replaceAll('話', `話${index}`))
    for (const sources of [[long], many]) {
      const opened = sources.map((source) => openNotes(source))
      const known = await parseApart(
        opened.map(({ markdown }) => markdown),
        2,
      )
      expect(known.every((parse) => parse !== undefined)).toBe(true)
      // A tree is put together once: its pieces are changed for it.
      for (const at of new Set([0, sources.length - 1])) {
        const read = opened[at]!.read(known[at])
        const alone = parseNotes(sources[at]!)
        expect(JSON.stringify(read.messages)).toBe(JSON.stringify(alone.messages))
        expect(read.tree).toEqual(alone.tree)
      }
    }
  })

  it('is not done for a small book', async () => {
    expect(await parseApart([everything, undefined], 4)).toEqual([undefined, undefined])
  })
})
