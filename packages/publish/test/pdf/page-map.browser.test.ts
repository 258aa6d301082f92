import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { renderChapters } from '../../src/html/render-chapters.ts'
import { printSample } from '../support/print-sample.ts'
import { openPdf, pageText } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

describe('the page map', () => {
  it('names the text that each of 200 pages begins with', async () => {
    const book = sampleBook({ events: 3, sessions: 5, sections: 6, points: 18 })
    const { pdf: bytes, pageMap } = await printSample(book)
    const pdf = await openPdf(bytes)
    // Two columns on a page read down, and not across as the comparison below does.
    const chapters = renderChapters(book).filter(({ kind }) => kind !== 'index')
    const texts = textsById(chapters.map(({ root }) => root))
    const starts = pageMap.pages.filter(({ nodeId }) => texts.has(nodeId))
    expect(starts.length).toBeGreaterThan(200)
    const wrong: string[] = []
    for (const { index, nodeId, offset, label } of starts) {
      const expected = squeeze((texts.get(nodeId) ?? '').slice(offset)).slice(0, 8)
      const runs = (await pageText(pdf, index + 1)).toSorted((a, b) => b.y - a.y || a.x - b.x)
      // The head and the number are drawn above and below the text.
      // So is the number of a link.
      const page = squeeze(runs.map(({ text }) => text).join('')).replaceAll(/［\d+］/g, '')
      const at = page.indexOf(expected)
      if (at < 0 || at > 24) wrong.push(`${label}: ${expected} / ${page.slice(0, 40)}`)
    }
    expect(wrong).toEqual([])
  })
})

/** The text of every element with an id, without page numbers that are filled in. */
function textsById(roots: Element[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const root of roots) {
    visit(root, 'element', (node) => {
      if (node.properties['id'] !== undefined) texts.set(String(node.properties['id']), textOf(node))
    })
  }
  return texts
}

function textOf(node: Element | Root): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element' || child.properties['dataLocator'] !== undefined) return ''
      return textOf(child)
    })
    .join('')
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s・]+/g, '')
}
