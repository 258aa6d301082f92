import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/epub/document.ts'
import { placePages } from '../../src/epub/page-breaks.ts'
import { toXhtml } from '../../src/epub/to-xhtml.ts'
import { element } from '../../src/html/element.ts'

type Start = [label: string, nodeId: string, offset: number]

function place(root: Element, starts: Start[]) {
  const document: Document = { file: 'a.xhtml', itemId: 'a', title: 'a', root }
  const pages = starts.map(([label, nodeId, offset], index) => ({ label, index, nodeId, offset }))
  const placed = placePages([document], { pdfIdentifier: 'urn:x', pages })
  return {
    ...placed,
    xhtml: toXhtml([root]).replaceAll(/<span id="page-\d+"[^>]*aria-label="([^"]*)"[^>]*><\/span>/gu, '[$1]'),
  }
}

const section = (id: string, ...children: (Element | string)[]) => element('section', { id }, children)
const p = (...children: (Element | string)[]) => element('p', {}, children)

describe('placePages', () => {
  it('cuts a text where a page begins in it', () => {
    const { xhtml, pages } = place(section('a', p('一二三四五')), [
      ['1', 'a', 0],
      ['2', 'a', 3],
    ])
    expect(xhtml).toBe('<section id="a"><p>[1]一二三[2]四五</p></section>')
    expect(pages).toEqual([
      { label: '1', href: 'a.xhtml#page-1' },
      { label: '2', href: 'a.xhtml#page-2' },
    ])
  })

  it('counts the text of inner sections for the outer one', () => {
    const { xhtml } = place(section('a', p('一二'), section('b', p('三四'))), [
      ['1', 'a', 3],
      ['2', 'b', 1],
    ])
    expect(xhtml).toContain('<section id="b"><p>三[1][2]四</p></section>')
  })

  it('does not count what locators are filled with', () => {
    const locator = element('span', { dataLocator: 'b' }, ['12'])
    expect(place(section('a', p('一', locator, '二三')), [['1', 'a', 2]]).xhtml).toContain('二[1]三')
  })

  it('never puts a break between the items of a list', () => {
    const list = element('ul', {}, ['\n', element('li', {}, ['一']), '\n', element('li', {}, ['二']), '\n'])
    expect(place(section('a', list), [['1', 'a', 2]]).xhtml).toContain('<li>[1]二</li>')
    expect(place(section('a', list), [['1', 'a', 4]]).xhtml).toMatch(/<\/ul>\[1\]<\/section>$/u)
  })

  it('keeps the halves of a character together', () => {
    expect(place(section('a', p('😀😀')), [['1', 'a', 3]]).xhtml).toContain('<p>😀😀</p>')
    expect(place(section('a', p('😀😀字')), [['1', 'a', 3]]).xhtml).toContain('<p>😀😀[1]字</p>')
  })

  it('gives a page that has no place here the place of the next', () => {
    const { xhtml, pages } = place(section('a', p('一二')), [
      ['i', 'half-title', 0],
      ['1', 'a', 1],
      ['2', 'blank', 0],
    ])
    expect(xhtml).toContain('一[i][1][2]二')
    expect(pages.map(({ label }) => label)).toEqual(['i', '1', '2'])
  })

  it('counts an element for the page of its first visible text', () => {
    const inner = section('b', '\n', element('h2', {}, ['題']), '\n')
    const { pageOf } = place(section('a', p('一'), '\n', inner), [
      ['1', 'a', 0],
      ['2', 'b', 1],
    ])
    expect(pageOf.get('b')?.label).toBe('2')
  })

  it('knows the page of every id', () => {
    const { pageOf } = place(section('a', p(element('span', { id: 'x' }, ['一'])), section('b', p('二'))), [
      ['1', 'a', 0],
      ['2', 'b', 0],
    ])
    expect([...pageOf].map(([id, { label }]) => [id, label])).toEqual([
      ['a', '1'],
      ['x', '1'],
      ['b', '2'],
    ])
  })
})
