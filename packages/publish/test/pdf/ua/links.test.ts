import { describe, expect, it } from 'vitest'
import { element } from '../../../src/html/element.ts'
import { describeAnnotation, linkDescriptions } from '../../../src/pdf/ua/links.ts'
import { markRoles } from '../../../src/pdf/ua/mark-roles.ts'
import { marker } from '../../../src/pdf/ua/marker.ts'
import { parseValue, stringText, writeValue } from '../../../src/pdf/ua/pdf-value.ts'

const book = element('section', { id: 'talk' }, [
  element('h1', {}, ['話の題']),
  element('section', { id: 'part' }, [element('h2', {}, ['節'])]),
  element('p', {}, [element('a', { href: 'https://例え.jp/a b' }, ['資料'])]),
])

function described(target: string): string {
  const annotation = `<</Type /Annot\n/Subtype /Link\n${target}>>`
  const written = describeAnnotation(annotation, linkDescriptions([book]))
  return stringText(/\/Contents (<\w+>)/.exec(written)?.[1] ?? '()')
}

describe('links of a page', () => {
  it('say the title of the place that they lead to', () => {
    expect(described('/Dest /talk\n/StructParent 3')).toBe('話の題')
    expect(described('/Dest /part')).toBe('節')
  })

  it('say the text of a link to the web, however the browser writes its address, else the address', () => {
    expect(described('/A <</S /URI\n/URI (https://xn--r8jz45g.jp/a%20b)>>')).toBe('資料')
    expect(described('/A <</S /URI\n/URI (https://example.com/\\(1\\))>>')).toBe('https://example.com/(1)')
  })
})

describe('marks for what Chromium would lose', () => {
  it('name sections, notes and languages; nothing that notes write can pass for one', () => {
    const root = element('section', {}, [
      element('aside', { role: 'doc-footnote' }, ['注']),
      element('span', { lang: 'en' }, ['word']),
      element('em', { lang: 'en' }, ['word']),
      element('img', { alt: marker('Note') }),
    ])
    markRoles(root)
    const names = [root, ...root.children].map(
      (node) => node.type === 'element' && node.properties['ariaLabel'],
    )
    expect(names).toEqual([marker('Sect'), marker('Note'), marker('Span'), undefined, undefined])
    expect(root.children.at(-1)).toMatchObject({ properties: { alt: 'Note' } })
  })
})

describe('values of a PDF', () => {
  it('are written as they were read', () => {
    const source = '<</A [1 -.5 2 0 R] /B (a \\) (b)) /C <FEFF3042> /D /Name /E <</F true>>>>'
    expect(writeValue(parseValue(source))).toBe(
      '<</A [1 -0.5 2 0 R] /B (a \\) (b)) /C <FEFF3042> /D /Name /E <</F true>>>>',
    )
  })

  it('give their text', () => {
    expect(stringText('<FEFF3042>')).toBe('あ')
    expect(stringText('(a\\(\\051\\n)')).toBe('a()\n')
  })

  it('are refused where they have no end', () => {
    expect(() => parseValue('<</A (b')).toThrow(SyntaxError)
  })
})
