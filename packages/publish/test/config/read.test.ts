import { ruleOf } from '@notes/parser'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/read.ts'
import { readPeople } from '../../src/config/people.ts'

const read = (source: string | Uint8Array, ruleIds?: string[]) =>
  readConfig(source, 'book.yaml', { title: 'ノート', ruleIds })

const multiplying = ['a', 'b', 'c', 'd', 'e']
  .map(
    (key, i, keys) =>
      `${key}: &${key} [${Array(9)
        .fill(i > 0 ? `*${keys[i - 1]}` : 'x')
        .join()}]`,
  )
  .join('\n')

/** `line:column–line:column rule: reason` of every diagnostic. */
const shown = (source: string | Uint8Array, ruleIds?: string[]) =>
  read(source, ruleIds).messages.map((message) => `${message.name} ${ruleOf(message)}: ${message.reason}`)

describe('readConfig', () => {
  it('fills in every default', () => {
    const { config, messages } = read('')
    expect(messages).toEqual([])
    expect(config).toMatchObject({
      name: 'book',
      title: 'ノート',
      language: 'ja',
      theme: 'plain',
      page: { size: 'a5', multipleOf: 1 },
      writingMode: 'horizontal',
      fonts: 'none',
      pdf: { standard: 'none', bleed: 0 },
      glossary: { links: 'first' },
      rules: {},
    })
  })

  it('takes a key without a value for one that is not there', () => {
    expect(read('pdf:\nseries:\ntitle: 本\n').messages).toEqual([])
  })

  it.each([
    ['titel: x', '1:1-1:6 publish/config-key: Unexpected key “titel”. Did you mean “title”?'],
    [
      'title: x\npage:\n  margins: { botom: 3 }',
      '3:14-3:19 publish/config-key: Unexpected key “botom” in page.margins. Did you mean “bottom”?',
    ],
    ['title: 2019', '1:8-1:12 publish/config-value: Unexpected 2019 for title, expected text.'],
    [
      'page:\n  size: a3',
      '2:9-2:11 publish/config-value: Unexpected “a3” for page.size, expected a4, a5, b5, b6 or [width, height] in millimetres. Did you mean “a4”?',
    ],
    [
      'writingMode: vertcal',
      '1:14-1:21 publish/config-value: Unexpected “vertcal” for writingMode, expected horizontal or vertical. Did you mean “vertical”?',
    ],
    [
      'date: 2019-02-30',
      '1:7-1:17 publish/config-value: Unexpected “2019-02-30” for date, expected a date as YYYY, YYYY-MM or YYYY-MM-DD.',
    ],
    ['pdf: [1, 2]', '1:6-1:12 publish/config-value: Unexpected list for pdf, expected a group of keys.'],
    ['front: 前書き.md', '1:8-1:14 publish/config-value: Unexpected “前書き.md” for front, expected a list.'],
    [
      'volumes: { pages: 3 }',
      '1:19-1:20 publish/config-value: Unexpected 3 for volumes.pages, expected pages from 16.',
    ],
    ['- a', '1:1-1:4 publish/config-value: Unexpected list for the file, expected a group of keys.'],
    [
      'name: ../x',
      '1:7-1:11 publish/config-value: Unexpected “../x” for name, expected a file name of ASCII letters, digits, `-`, `_` and `.`.',
    ],
    [
      'title: ""',
      '1:8-1:10 publish/config-value: Unexpected empty text for title, expected text that is not empty.',
    ],
  ])('names the place of the mistake in %j', (source, expected) => {
    expect(shown(source)).toEqual([expected])
  })

  it('leaves an entry out that lacks a key, and keeps the others', () => {
    const { config, messages } = read('creators:\n  - role: edt\n  - name: 青木\n')
    expect(config.creators).toEqual([{ name: '青木', role: 'aut' }])
    expect(messages.map(String)).toEqual(['2:5-3:1: Missing key “name” in creators[0].'])
  })

  it('keeps what is right beside what is wrong', () => {
    const { config } = read('title: 本\npage: { size: a3, multipleOf: 4 }\nlanguage: 7\n')
    expect(config).toMatchObject({ title: '本', language: 'ja', page: { size: 'a5', multipleOf: 4 } })
  })

  it('names rules that do not exist', () => {
    expect(shown('rules: { publish/broken-lnk: off }', ['publish/broken-link'])).toEqual([
      '1:10-1:28 publish/config-rule: Unknown rule “publish/broken-lnk”. Did you mean “publish/broken-link”?',
    ])
  })

  it.each([
    ['an open quote', 'title: "open', /Missing closing/u],
    ['a key twice', 'a: 1\na: 2', /unique/u],
    ['an alias in a circle', 'a: &a [*a]', /leads back/u],
    ['nesting without end', '['.repeat(10_000), /nested too deeply/u],
    ['aliases that multiply', multiplying, /too much/u],
    ['two documents', 'title: a\n---\ntitle: b', /second document/u],
    ['Shift_JIS', new Uint8Array([...Buffer.from('title: '), 0x83, 0x6d, 0x0a]), /not UTF-8/u],
  ])('reports %s and goes on', (_, source, reason) => {
    const { config, messages } = read(source)
    expect(config.language).toBe('ja')
    expect(messages[0]?.reason).toMatch(reason)
    expect(messages[0]?.line).toBeGreaterThan(0)
  })

  it('reports a single mistake for a page full of its consequences', () => {
    expect(read(`a: [${'\nb: 1'.repeat(500)}`).messages.length).toBeLessThan(10)
  })
})

describe('readPeople', () => {
  it('reads names and leaves mistakes out', () => {
    const { people, messages } = readPeople(
      '- name: 青木\n  aliases: ["@aoki"]\n- nmae: 木村\n',
      'people.yaml',
    )
    expect(people).toEqual([{ name: '青木', aliases: ['@aoki'], kind: 'person' }])
    expect(messages.map(String)).toEqual([
      '3:3-4:1: Missing key “name” in [1].',
      '3:3-3:7: Unexpected key “nmae” in [1]. Did you mean “name”?',
    ])
  })

  it('takes an empty file for no people', () => {
    expect(readPeople('', 'people.yaml')).toEqual({ people: [], messages: [] })
  })
})

it('reports a name that two people have', () => {
  const source =
    '- name: 山田太郎\n  aliases: [山田]\n- name: 山田花子\n  aliases: [花, 山田]\n- name: 山田太郎\n'
  const { messages } = readPeople(source, 'people.yaml')
  expect(messages.map((message) => [message.name, ruleOf(message), message.reason])).toEqual([
    [
      '4:16-4:18',
      'publish/shared-name',
      '“山田” stands in the entry of line 1 too, so both are taken for one person.',
    ],
    [
      '5:9-5:13',
      'publish/shared-name',
      '“山田太郎” stands in the entry of line 1 too, so both are taken for one person.',
    ],
  ])
})

it('uses the margins of the size where those of the file leave no room', () => {
  const { config, messages } = read('page: { size: a5, margins: { top: 200, inner: 140 } }')
  expect(messages.map((message) => [message.name, ruleOf(message)])).toEqual([
    ['1:28-1:52', 'publish/config-value'],
  ])
  expect(config.page).toMatchObject({ size: 'a5', margins: read('page: { size: a5 }').config.page.margins })
  expect(read('page: { size: a5, margins: { top: 40, inner: 40 } }').messages).toEqual([])
  expect(read('page: { size: [50, 50] }').messages).toEqual([])
})
