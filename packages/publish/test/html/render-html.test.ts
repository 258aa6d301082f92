import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/html/render-html.ts'
import { image, tortureBook } from '../epub/torture-book.ts'
import { now, theme } from '../epub/read-epub.ts'

describe('renderHtml', () => {
  const { book, assets } = tortureBook(3)
  const html = renderHtml({ book, assets, theme, now })

  it('holds its styles and images and loads nothing', () => {
    expect(html).toContain(theme.css)
    expect(html).toContain(`src="data:image/png;base64,${Buffer.from(image.bytes).toString('base64')}"`)
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src [^"]*none/u)
    expect(html).not.toMatch(/<(?:script|iframe|object|link)|<img src="(?!data:)|href="javascript/u)
  })

  it('leads from the contents to every chapter', () => {
    const targets = [...html.matchAll(/<li><a href="#([^"]+)">/gu)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(5)
    expect(targets.filter((id) => !html.includes(` id="${id}"`))).toEqual([])
  })

  it('names chapters where print has pages', () => {
    expect(html).toMatch(
      /<span class="locators"><a href="#[^"]+" class="locator primary"[^>]*>[^<]+<\/a><\/span>/u,
    )
    expect(html).not.toContain('class="page-ref"')
  })

  it('is not ended by a theme', () => {
    const evil = { ...theme, css: 'p::after { content: "</style><script>x()</script>" }' }
    expect(renderHtml({ book, assets, theme: evil, now })).not.toContain('</style><script')
  })
})
