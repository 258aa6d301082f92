import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as glossary from '../src/index.ts'
import * as kuromoji from '../src/kuromoji/index.ts'
import * as remarkEntry from '../src/remark.ts'

test('the package exports these values and no other', () => {
  expect(Object.keys(glossary).sort()).toEqual([
    'buildIndex',
    'collectTerms',
    'createSegmenterTokenizer',
    'createTermLinker',
    'formatSuggestions',
    'linkTerms',
    'rules',
    'suggestTerms',
  ])
  expect(Object.keys(kuromoji)).toEqual(['createKuromojiTokenizer'])
  expect(Object.keys(remarkEntry)).toEqual(['remarkTerms'])
})

test('only kuromoji/ uses Node', () => {
  const source = join(import.meta.dirname, '../src')
  const users = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /from 'node:|\bprocess\.|\bBuffer\b|\brequire\(/.test(readFileSync(join(source, file), 'utf8')),
    )
  expect(users.map((file) => file.split(/[/\\]/)[0])).toEqual(users.map(() => 'kuromoji'))
})
