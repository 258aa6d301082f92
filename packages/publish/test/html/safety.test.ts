import { describe, expect, it } from 'vitest'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { book, event, paragraph, section, session, text } from './build.ts'
import { toHtml } from '../../src/html/to-html.ts'

function render(...children: unknown[]): string {
  const chapters = renderChapters(book([event('e', '会', session('s', '話', ...children))]))
  return toHtml(chapters[1]!.root)
}
const html = (value: string) => ({ type: 'html', value })

describe('HTML of the notes', () => {
  it('keeps harmless tags', () => {
    expect(render(paragraph('H', html('<sub>') as never, '2', html('</sub>') as never, 'O'))).toContain(
      '<p>H<sub>2</sub>O</p>',
    )
  })

  it('does not print comments', () => {
    expect(render(html('<!-- 秘密 -->'), paragraph('見える', html('<!-- x -->') as never))).not.toMatch(
      /秘密|x/u,
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<iframe src="file:///etc/passwd"></iframe>',
    '<object data="x"></object>',
    '<svg onload="alert(1)"></svg>',
    '<style>p { display: none }</style>',
    '<!-- never closed',
  ])('shows %s as it is written', (value) => {
    const result = render(html(value))
    expect(result).toContain('<pre class="verbatim">')
    expect(result).not.toMatch(/<(?:script|iframe|object|svg|style)/u)
  })

  it('shows an angle bracket that is no tag', () => {
    expect(render(paragraph('Array', html('<string>') as never))).toContain('<p>Array&#x3C;string></p>')
  })

  it.each(['onclick="x()"', 'style="position:fixed"', 'id="s"', 'class="chapter"', 'role="doc-cover"'])(
    'drops the attribute %s',
    (attribute) => {
      expect(render(paragraph(html(`<b ${attribute}>`) as never, '太', html('</b>') as never))).toContain(
        '<p><b>太</b></p>',
      )
    },
  )

  it('ends a tag that is never closed with its block', () => {
    const result = render(
      paragraph(html('<b>') as never, '太'),
      paragraph('普通'),
      html('<div>'),
      section('t', '次', 1, paragraph('中')),
    )
    expect(result).toContain('<p><b>太</b></p>')
    expect(result).toContain('<p>普通</p>')
    expect(result).toMatch(/<div><\/div>\s*<section id="t"/u)
  })

  it('joins an element whose content is Markdown', () => {
    const result = render(html('<details><summary>詳しく</summary>'), paragraph('中身'), html('</details>'))
    expect(result).toMatch(/<details><summary>詳しく<\/summary>\s*<p>中身<\/p>\s*<\/details>/u)
  })

  it('takes blocks out of phrasing', () => {
    const list = html('<ul><p>項</p></ul>')
    expect(render(list)).toContain('<ul><li><p>項</p></li></ul>')
  })
})

describe('links', () => {
  const link = (url: string) => paragraph({ type: 'link', url, children: [text('ここ')] })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://example.com/',
    'other.md',
  ])('shows %s as text', (url) => {
    expect(render(link(url))).toContain(`<p>ここ（${url}）</p>`)
  })

  it('keeps mail and web addresses', () => {
    expect(render(link('mailto:a@example.com'))).toContain('<a href="mailto:a@example.com">ここ</a>')
    expect(render(link('https://example.com/日本'))).toContain(
      'href="https://example.com/%E6%97%A5%E6%9C%AC"',
    )
  })

  it('drops a link to a place that is not in the book', () => {
    expect(render(link('#nowhere'))).toContain('<p>ここ</p>')
  })
})

describe('images', () => {
  const image = (url: string) => paragraph({ type: 'image', url, alt: '図' })

  it('links to an image on the web', () => {
    expect(render(image('https://example.com/a.png'))).toContain('<a href="https://example.com/a.png"')
  })

  it('keeps the direction of a text, and an override of it only with a direction', () => {
    const bdo = (tag: string): string => render(paragraph(html(tag) as never, '逆', html('</bdo>') as never))
    expect(render(html('<p dir="rtl" lang="ar">مرحبا</p>'))).toContain('<p dir="rtl" lang="ar">مرحبا</p>')
    expect(render(html('<p dir="up">上</p>'))).toContain('<p>上</p>')
    expect(bdo('<bdo dir="rtl">')).toContain('<p><bdo dir="rtl">逆</bdo></p>')
    expect(bdo('<bdo>')).toContain('<p>逆</p>')
    expect(bdo('<bdo dir="auto">')).toContain('<p>逆</p>')
  })

  it('says what a missing image shows once, and keeps a caption that says more', () => {
    const alone = (title?: string): string => {
      const node = { type: 'image', url: 'a.png', alt: '図', ...(title && { title }) } as never
      const notes = book([event('e', '会', session('s', '話', paragraph(node)))])
      return toHtml(renderChapters(notes, { assets: new Map() })[1]!.root)
    }
    expect(alone()).toContain('<p><span class="missing">［画像：図］</span></p>')
    expect(alone('2019年の構成')).toContain('<figcaption>2019年の構成</figcaption>')
  })

  it('shows the alternative text of a missing image', () => {
    const notes = book([event('e', '会', session('s', '話', image('a.png')))])
    const chapters = renderChapters(notes, { assets: new Map() })
    expect(toHtml(chapters[1]!.root)).toContain('<span class="missing">［画像：図］</span>')
  })
})
