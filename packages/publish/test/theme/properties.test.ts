import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rootProperties, withoutProperties } from '../../src/theme/properties.ts'
import { themeProperties } from '../../src/theme/property-names.ts'

const plain = (file: string): string =>
  readFileSync(new URL(`../../themes/plain/${file}`, import.meta.url), 'utf8')

describe('custom properties', () => {
  it('are replaced by their values, those in them too', () => {
    const css =
      ':root { --a: 1.5; --b: var(--a) }\nh1 { font-size: calc(1em * var(--b)); margin: var(--c, 2em) }'
    expect(withoutProperties(css)).toBe('h1 { font-size: 1.5em; margin: 2em }')
  })

  it('have the value that is set last, in another file too', () => {
    expect(withoutProperties(':root{--a:1}p{x:var(--a)}html{--a:2}')).toBe('p{x:2}')
    expect(withoutProperties('p{x:var(--a)}', ':root{--a:3}')).toBe('p{x:3}')
  })

  it('stay where their value depends on the element', () => {
    const css = ':root{--a:1}p{--a:2;x:var(--a)}'
    expect(withoutProperties(css)).toBe(css)
  })

  it('that go in a circle or multiply without end stay as they are', () => {
    expect(withoutProperties(':root{--a:var(--b);--b:var(--a)}p{x:var(--a)}')).toBe('p{x:var(--a)}')
    const doubling = Array.from({ length: 60 }, (_, at) => `--a${at + 1}:var(--a${at})var(--a${at});`).join(
      '',
    )
    expect(withoutProperties(`:root{--a0:x;${doubling}}p{x:var(--a60)}`).length).toBeLessThan(30_000)
  })
})

describe('the plain theme', () => {
  const all = ['theme.css', 'print.css', 'epub.css', 'handout.css'].map(plain)

  it('sets the properties that are documented, and no other', () => {
    const set = new Set(all.flatMap((css) => [...rootProperties(css).keys()]))
    expect([...set].toSorted()).toEqual(themeProperties.map(({ name }) => name).toSorted())
  })

  it('uses each of them, or the cover does', () => {
    const text = all.join('\n')
    const used = (name: string): boolean => text.includes(`var(${name})`) || name.startsWith('--cover-')
    expect(themeProperties.filter(({ name }) => !used(name))).toEqual([])
  })

  it('leaves the ePub no property to look up', () => {
    expect(withoutProperties(`${plain('theme.css')}${plain('epub.css')}`)).not.toMatch(/var\(|--[a-z]/u)
  })
})
