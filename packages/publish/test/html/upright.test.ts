import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { setUpright } from '../../src/html/upright.ts'

/** The HTML with `[…]` around what shares a square and `|…|` around what stands one below the other. */
function set(html: string): string {
  const root = fromHtml(`<div>${html}</div>`, { fragment: true }).children[0] as Element
  const before = toString(root)
  setUpright(root)
  expect(toString(root)).toBe(before)
  return root.children
    .map((child) => toHtml(child as never))
    .join('')
    .replaceAll(/<span class="tcy">(.*?)<\/span>/gu, '[$1]')
    .replaceAll(/<span class="upright">(.*?)<\/span>/gu, '|$1|')
}

describe('in vertical lines', () => {
  it.each([
    ['12月3日', '[12]月[3]日'],
    ['2019年1月13日', '|2019|年[1]月[13]日'],
    ['404が返る', '|404|が返る'],
    ['12345件', '12345件'],
    ['99%と100%', '[99]|%|と|100||%|'],
    ['3.5倍、1,000件、10:30', '3.5倍、1,000件、10:30'],
  ])('numbers: %s', (html, expected) => expect(set(html)).toBe(expected))

  it.each([
    ['AWSとIAMとQAとA', '|AWS|と|IAM|と|QA|と|A|'],
    ['EC2、S3、3D', '|EC2|、|S3|、|3D|'],
    ['HTTPSとWebとaws', 'HTTPSとWebとaws'],
    ['AWS LambdaとAmazon S3', 'AWS LambdaとAmazon S3'],
    ['CI/CD、TCP/IP、Q&amp;A、10ms', 'CI/CD、TCP/IP、Q&#x26;A、10ms'],
    ['(SRE) 「SLO」', '(|SRE|) 「|SLO|」'],
    ['Émile', 'Émile'],
  ])('letters: %s', (html, expected) => expect(set(html)).toBe(expected))

  it.each([
    ['本当?', '本当|?|'],
    ['本当!?', '本当[!?]'],
    ['本当！？', '本当[！？]'],
    ['本当！！！', '本当！！！'],
    ['SLO?', '|SLO||?|'],
    ['What is it?', 'What is it?'],
  ])('marks: %s', (html, expected) => expect(set(html)).toBe(expected))

  it('a phrase is judged as a whole, also where markup cuts it up', () => {
    expect(set('<a href="#x">AWS</a> Lambda')).toBe('<a href="#x">AWS</a> Lambda')
    expect(set('<a href="#x">AWS</a>の<b>12</b>月')).toBe('<a href="#x">|AWS|</a>の<b>[12]</b>月')
    expect(set('<b>1</b>2月')).toBe('<b>1</b>2月')
    expect(set('<p>AWS</p><p>Lambda</p>')).toBe('<p>|AWS|</p><p>Lambda</p>')
    expect(set('<ruby>AWS<rt>12</rt></ruby>の')).toBe('<ruby>|AWS|<rt>12</rt></ruby>の')
  })

  it('each page number of a list stands by itself', () => {
    const [one, other] = [12, 15].map((page) => `<a class="locator" href="#x">${page}</a>`)
    expect(set(`${one}, ${other}`)).toBe(`${one}, ${other}`.replace('12', '[12]').replace('15', '[15]'))
  })

  it('code, readings and addresses stay as they are', () => {
    const html = '<code>12</code>の<pre>AWS</pre><a class="link-url">12</a>'
    expect(set(html)).toBe(html)
  })
})
