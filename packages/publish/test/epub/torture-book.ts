/** A book of everything that has ever broken an ePub. */
import { joinNotes, type NotesBlock, parseNotes } from '@notes/parser'
import { book, config, person } from '../html/build.ts'
import type { Asset, Assets, Book } from '../../src/model.ts'

const title = `<&>"'  ]]> 😀 𠮷野家 𝒳 ﷽`

const constructs = `# ${title}

前文 **太字** _斜体_ \`code & <b>\` ~~消し~~ <https://example.com/?a=1&b=%E3%81%82|x> [mail](mailto:a@example.com)

## 甲 \`<&>"'\` 😀 [リンク](https://example.com/) ^

### 空の節

### 一覧

- 点
  - 子 [^n]

    段落

    > 引用
    > # 引用の見出し
  - [x] 済み
  - [ ] まだ
- Q: 聞く?
  - A: 答える
- それは本当? → 本当

3. 三
4. 四

### 表

| 左 | 中 | | 右 |
|:--|:-:|--|--:|
| a | **b** | | \`c\` |
| 長い | 表 |

### 符号

\`\`\`ts
const x: Array<string> = ['a', "b", \`c\`] // ]]>
\`\`\`

\`\`\`
言語なし
\`\`\`

### HTML

<details><summary>詳しく</summary>

中身

</details>

<div><b>閉じない

<ul><p>項</p></ul>

<table><tr><td colspan=2>a<td>b</table>

文中の <sub>下</sub> <kbd>Ctrl</kbd> <ruby>漢<rt>かん</rt></ruby> <script>alert(1)</script> Array<string> <br> <img src="x.png" alt="無い"> <a href="javascript:alert(1)">x</a> <span style="position:fixed" onclick="x()">s</span>

<iframe src="https://example.com"></iframe>

<p dir="rtl" lang="ar">مرحبا</p> <bdo>逆</bdo> <bdo dir="rtl">逆</bdo> <bdi>彼</bdi> <cite>書名</cite>

<!-- 秘密 -->

### 画像

![図 & 表](<events/01-event/図 1.png>)

![](<events/01-event/図 1.png>)

- ![図 & 表](<events/01-event/図 1.png>)
- 図 & 表 ![図 & 表](<events/01-event/図 1.png>)

![無い](nothing.png) ![遠い](https://example.com/a.png)

### 長い

${'あ'.repeat(3000)} ${'W'.repeat(3000)} https://example.com/${'x'.repeat(500)}

制御 \u0001\u0008\uFFFE 文字 \uD800 孤立

[^n]: 注 & <b>注</b>

    二段落[^m]

[^m]: 注の注

[壊れた](#nowhere) [ftp](ftp://example.com/) [data](data:text/html,x) [相対](other.md)

---

${'深'.repeat(3)}
${Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- 深さ${depth}`).join('\n')}
`

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const image: Asset = {
  path: 'events/01-event/図 1.png',
  mediaType: 'image/png',
  bytes: new Uint8Array(pixel),
  width: 1,
  height: 1,
}

/** The files of the book's notes. */
export function tortureSources(
  sessions: number,
): { path: string; source: string; role: 'book' | 'session' }[] {
  const more = Array.from({ length: sessions }, (_, index) => ({
    path: `events/02-more/${String(index).padStart(4, '0')}.md`,
    source: `# 話${index} ${title}\n\n## 節\n\n- 点${index}\n`,
    role: 'session' as const,
  }))
  return [{ path: 'events/01-event/event.md', source: constructs, role: 'book' }, ...more]
}

/** The book, with as many more sessions as are asked for. */
export function tortureBook(sessions = 20): { book: Book; assets: Assets } {
  const { tree } = joinNotes(
    tortureSources(sessions).map(({ path, source, role }) => ({
      path,
      tree: parseNotes(source, { file: path, role }).tree,
    })),
  )
  const term = { aliases: [], not: [], places: [] }
  const front = parseNotes('# はじめに <&>\n\n## 節\n\n前書き[^1]\n\n[^1]: 前書きの注\n', { role: 'book' })
    .tree.children[0]
  return {
    book: book(tree.children, {
      config: config({
        title,
        subtitle: title,
        creators: [
          { name: title, reading: title },
          { name: '編者', role: 'edt', reading: 'へんじゃ' },
        ],
        publisher: title,
        date: '2019-04',
        description: title,
        subjects: [title],
        rights: title,
        series: { name: title, volume: 2 },
        colophon: { isbn: '978-4-00-000000-0', notes: [title], history: [{ date: '2019', text: title }] },
        epub: { conformance: 'aa', certifiedBy: title },
      }),
      front: [
        { id: 'toc', title: 'はじめに', file: 'preface.md', children: (front?.children ?? []) as never },
      ],
      back: [{ id: 'colophon', title, file: 'after.md', children: [] }],
      terms: [
        { id: 'cover', term: title, see: [title, 'ない'], url: 'https://example.com/?<&>', ...term },
        { id: 'slo', term: 'SLO', reading: 'エスエルオー', ...term, definition: noted() },
        { id: 'sli', term: 'SLI', reading: 'エスエルアイ', ...term, definition: noted() },
      ],
      people: [{ ...person(title), id: 'p', aliases: [], sessionIds: [sessionId(tree)] }],
      index: {
        groups: [
          {
            label: title,
            entries: [
              {
                kind: 'term',
                id: 'cover',
                heading: title,
                seeAlso: ['ない'],
                locators: [
                  { targetId: sessionId(tree), primary: true, eventId: 'x' },
                  { targetId: 'nowhere', primary: false, eventId: 'x' },
                ],
              },
              {
                kind: 'term',
                id: 'cover',
                heading: `別の${title}`,
                alias: true,
                see: [title, 'ない'],
                locators: [],
              },
            ],
          },
        ],
      },
    }),
    assets: new Map([[image.path, image]]),
  }
}

/** A definition with a footnote of its own. */
function noted(): NotesBlock[] {
  const { tree } = parseNotes('# 用語\n\n意味[^1]\n\n[^1]: 注\n', { role: 'book' })
  return (tree.children[0]?.children.slice(1) ?? []) as NotesBlock[]
}

function sessionId(tree: Book['tree']): string {
  const session = tree.children.flatMap(({ children }) => children).find(({ type }) => type === 'session')
  return session && 'id' in session ? session.id : ''
}
