import { ruleOf } from '@notes/parser'
import { describe, expect, it } from 'vitest'
import { safeCss } from '../../src/theme/safe-css.ts'

const read = (css: string, own?: string[]) => {
  const { css: safe, messages } = safeCss(css, 't/theme.css', own)
  return {
    css: safe,
    reported: messages.map((message) => `${message.name} ${ruleOf(message)}: ${message.reason}`),
  }
}

describe('the CSS of a theme in a book’s folder', () => {
  it('keeps what is harmless', () => {
    const css =
      '@media (min-width:40em){.a>p::before{content:"“"}}:root{--size-code:.9;--own:1px}p:has(+ul){color:red!important}'
    expect(read(css)).toEqual({ css, reported: [] })
  })

  it.each([
    ['@import "https://example.com/a.css";', '@import', ''],
    ['@import url(other.css) layer(x);', 'url()', ''],
    ["@\\69mport 'a.css';", '@import', ''],
    ['@font-face { font-family: X; src: url(x.woff2) }', '@font-face', ''],
    ['@namespace svg url(http://example.com);', 'url()', ''],
    ['@page { size: 10mm 10mm }', '@page', ''],
    ['@media print { @import "a.css"; p { color: red } }', '@import', '@media print{p{color:red}}'],
    ['p { background: url(https://example.com/a.png); color: red }', 'url()', 'p{color:red}'],
    ['p { background: URL( "file:///etc/passwd" ) }', 'url()', 'p{}'],
    ['p { background: u\\72l(../../secret.png) }', 'url()', 'p{}'],
    ['p { background: image-set("a.png" 1x) }', 'image-set()', 'p{}'],
    ['p { background: src("a.png") }', 'src()', 'p{}'],
    [
      ':root { --x: url(//example.com/a) } p { background: var(--x) }',
      'url()',
      ':root{}p{background:var(--x)}',
    ],
    ['p { width: expression(alert(1)) }', 'expression()', 'p{}'],
    ['p { behavior: none }', 'behavior', 'p{}'],
    ['p { -moz-binding: none }', '-moz-binding', 'p{}'],
    ['p { direction: rtl; unicode-bidi: plaintext }', 'direction', 'p{}'],
  ])('leaves out what could load or run something: %s', (source, what, left) => {
    const { css, reported } = read(source)
    expect(css).toBe(left)
    expect(reported.join('\n')).toContain('publish/theme-unsafe')
    expect(reported.join('\n')).toContain(`A theme may not have ${what}`)
  })

  it('never writes an address, however it is broken up', () => {
    const pieces = [
      'url(',
      'http://e.com/x',
      ')',
      '"',
      "'",
      '/*',
      '*/',
      '{',
      '}',
      ';',
      '@import ',
      'p',
      ':',
      '\\',
      '\n',
    ]
    let state = 7
    const next = (): string => {
      state = (state * 1103515245 + 12345) % 2147483648
      return pieces[state % pieces.length] ?? ''
    }
    for (let run = 0; run < 3000; run++) {
      const source = Array.from({ length: 12 }, next).join('')
      const { css } = read(source)
      expect(css.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '')).not.toMatch(/(?<!\\)(?:url\(|@import)/iu)
    }
  })

  it('says where CSS cannot be read, and reads on', () => {
    const { css, reported } = read('h2 { color teal; margin: 0 }\n} x { a: b }\np { color: red }')
    expect(css).toContain('p{color:red}')
    expect(css).toContain('margin:0')
    expect(reported[0]).toBe(
      '1:12 publish/theme-css: The CSS cannot be read here: Colon is expected. The rule or declaration is left out.',
    )
  })

  it('asks whether another property was meant', () => {
    expect(read(':root { --font-boddy: serif }\np { colr: red; --my-own: 1 }').reported).toEqual([
      '1:9-1:29 publish/theme-property: Unknown property “--font-boddy”. Did you mean “--font-body”?',
      '2:5-2:14 publish/theme-property: Unknown property “colr”. Did you mean “color”?',
    ])
  })

  it('reports fonts that books do not have', () => {
    const css = (value: string): string => `:root { --font-body: ${value} }`
    expect(read(css("'Comic Sans MS', cursive"), []).reported).toEqual([
      '1:9-1:47 publish/theme-family: There is no font “Comic Sans MS” in books. There are Noto Serif JP, Noto Sans JP, M PLUS 1 Code.',
    ])
    for (const fine of [
      "'Mine', serif",
      "'Other', 'Noto Sans JP'",
      'Noto Sans JP',
      'var(--font-label)',
      'inherit',
    ])
      expect(read(css(fine), ['Mine']).reported).toEqual([])
  })

  it.each([
    ['blocks', '{'],
    ['brackets', 'p{a:('],
    ['functions', 'p{a:calc('],
    ['selectors', ':is('],
    ['media', '@media print{'],
  ])('refuses endless nesting of %s', (_, piece) => {
    const { css, reported } = read(piece.repeat(20_000))
    expect(css).toBe('')
    expect(reported.join()).toContain('nested deeper than 32 levels')
  })
})
