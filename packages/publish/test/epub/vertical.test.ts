import { describe, expect, it } from 'vitest'
import { book, config, event, paragraph, section, session } from '../html/build.ts'
import { build } from './read-epub.ts'

const text = '12月3日、AWSのEC2をAmazon Linuxで動かす!?'

function vertical(sentence = text) {
  const talk = session('s', 'IAMの話', section('t', '第12節', 1, paragraph(sentence)))
  return {
    ...book([event('e', '会', talk)]),
    config: config({ writingMode: 'vertical' }),
  }
}

describe('an ePub with vertical lines', () => {
  it('turns its pages from right to left, and tells Kindle so', async () => {
    const opf = (await build(vertical())).files.get('content.opf') ?? ''
    expect(opf).toContain('page-progression-direction="rtl"')
    expect(opf).toContain('<meta name="primary-writing-mode" content="vertical-rl"/>')
    expect(opf).toContain('<meta property="schema:accessibilityFeature">verticalWriting</meta>')
    const horizontal = (await build({ ...vertical(), config: config({}) })).files
    expect(horizontal.get('content.opf')).not.toMatch(/rtl|vertical/u)
    expect([...horizontal.values()].join('')).not.toContain('tcy')
  })

  it('has one direction of lines a file: that of facts and the cover is horizontal', async () => {
    const { files } = await build(vertical())
    const link = '<link rel="stylesheet" type="text/css" href="vertical.css"/>'
    const linked = [...files].filter(([, file]) => file.includes(link)).map(([name]) => name)
    expect(linked.toSorted()).toEqual(['e.xhtml', 's.xhtml', 'title-page.xhtml', 'toc.xhtml'])
    expect(files.get('vertical.css')).toContain('writing-mode: vertical-rl')
    expect(files.get('style.css')).not.toContain('vertical-rl')
  })

  it('sets short numbers, acronyms and marks upright, in the contents too', async () => {
    const { files } = await build(vertical())
    const chapter = files.get('s.xhtml') ?? ''
    expect(chapter).toContain(
      '<span class="tcy">12</span>月<span class="tcy">3</span>日、<span class="upright">AWS</span>の' +
        '<span class="upright">EC2</span>をAmazon Linuxで動かす<span class="tcy">!?</span>',
    )
    expect(files.get('toc.xhtml')).toContain('<span class="upright">IAM</span>の話</a>')
  })

  it('has its printed pages where the notes have them', async () => {
    const pages = [0, 2, 7].map((offset, index) => ({ label: `${index}`, index, nodeId: 't', offset }))
    const notes = vertical()
    const { files } = await build(notes, { pageMap: { pdfIdentifier: 'urn:x', pages } })
    const plain = await build(
      { ...notes, config: config({}) },
      { pageMap: { pdfIdentifier: 'urn:x', pages } },
    )
    const withoutSpans = (files.get('s.xhtml') ?? '').replaceAll(
      /<span class="(?:tcy|upright)">(.*?)<\/span>/gu,
      '$1',
    )
    const body = (file = ''): string => file.slice(file.indexOf('<body>'))
    expect(body(withoutSpans)).toBe(body(plain.files.get('s.xhtml')))
    expect(withoutSpans.match(/doc-pagebreak/gu)).toHaveLength(3)
  })
})
