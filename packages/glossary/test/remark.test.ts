import { remark } from 'remark'
import { expect, test } from 'vitest'
import { remarkTerms, type RemarkTermsOptions } from '../src/remark.ts'
import { tokenizer } from './support/tokenizer.ts'

const run = (source: string, options: Partial<RemarkTermsOptions> = {}): string =>
  String(
    remark()
      .use(remarkTerms, { terms: [{ term: 'SLO' }, { term: 'ログ', url: '/log' }], tokenizer, ...options })
      .processSync(source),
  ).trim()

test('links the first use of each term, or every one', () => {
  expect(run('SLOとログ。SLOとブログ')).toBe('[SLO](#term-slo)と[ログ](/log)。SLOとブログ')
  expect(run('SLO SLO', { mode: 'every' })).toBe('[SLO](#term-slo) [SLO](#term-slo)')
})

test('leaves headings, links, code and marked words alone', () => {
  const source = '# SLO\n\n[SLO](x) `SLO` <!--nolink-->SLO **[ログ](y)**'
  expect(run(source)).toBe(source)
})

test('works without a tokenizer of its own', () => {
  expect(run('SLOを決める', { tokenizer: undefined })).toBe('[SLO](#term-slo)を決める')
})
