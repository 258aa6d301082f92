import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFile, readCache } from '../src/kuromoji/cache.ts'
import { createKuromojiTokenizer } from '../src/kuromoji/index.ts'
import { Lattice } from '../src/kuromoji/lattice.ts'
import { kuromojiVersion as versionOf } from '../src/kuromoji/source.ts'
import { cacheFolder, tokenizer } from './support/tokenizer.ts'

const require = createRequire(import.meta.url)
const kuromojiVersion = versionOf()
/** Building the dictionary takes a second, or many on a busy machine. */
const slow = 120_000

const surfacesOf = (text: string): string[] =>
  tokenizer.tokenize(text).map(({ start, end }) => text.slice(start, end))

interface TheirToken {
  surface_form: string
  pos: string
  pos_detail_1: string
  basic_form: string
  reading?: string
  word_type: string
}

describe('tokens', () => {
  let theirs: (text: string) => TheirToken[]
  beforeAll(async () => {
    const kuromoji = require('kuromoji')
    const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict')
    theirs = await new Promise((resolve, reject) => {
      kuromoji
        .builder({ dicPath })
        .build((error: Error | null, built: { tokenize: (text: string) => TheirToken[] }) =>
          error ? reject(error) : resolve((text) => built.tokenize(text)),
        )
    })
    tokenizer.tokenize('猫')
  }, slow)

  test.each([
    '障害のふり返りは、責めるためではなく学ぶために書く。',
    'マイクロサービスへ移るとき、DBを先に分けるか後に分けるか。',
    '誤認証局が出した証明書は失効させ、HTTP3の輻輳制御も見直した。',
    'すもももももももものうち',
    'データベースを 3 台のVMに載せた（2019年1月13日）',
    'ーーー！？ﾊﾝｶｸ',
  ])('are those of kuromoji: %s', (text) => {
    const ours = tokenizer.tokenize(text).map((token) => ({
      surface_form: text.slice(token.start, token.end),
      pos: token.pos,
      pos_detail_1: token.posDetail,
      basic_form: token.baseForm ?? '*',
      reading: token.reading ?? '*',
      word_type: token.known ? 'KNOWN' : 'UNKNOWN',
    }))
    expect(ours).toEqual(
      theirs(text).map(({ surface_form, pos, pos_detail_1, basic_form, reading = '*', word_type }) => ({
        surface_form,
        pos,
        pos_detail_1,
        basic_form,
        reading,
        word_type,
      })),
    )
  })

  test('cover the whole text where kuromoji loses some or throws', () => {
    for (const text of [
      '😀😀SLOです',
      '\ud83dあ\ude00',
      'あ\0い',
      '→。→、！。',
      '\u0001\u0002',
      '𠮷野家と𠮷田',
    ]) {
      expect(surfacesOf(text).join('')).toBe(text)
    }
    expect(tokenizer.tokenize('')).toEqual([])
  })

  test('need no more words in the lattice for each character of a long text without 、 and 。', () => {
    const dictionary = readCache(cacheFile(cacheFolder, kuromojiVersion))
    if (!dictionary) throw new Error('the cache was not prepared')
    const lattice = new Lattice(dictionary)
    const count = (text: string): number => {
      lattice.search(text)
      return lattice.size
    }
    const [short, long] = [count('計算の量が増えない'.repeat(100)), count('計算の量が増えない'.repeat(1000))]
    expect(long / short).toBeLessThan(10.1)
  })
})

describe('the prepared dictionary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notes-kuromoji-'))
  const file = cacheFile(folder, kuromojiVersion)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const tokens = (cache: string | false): number =>
    createKuromojiTokenizer({ cacheFolder: cache }).tokenize('猫が好き').length

  test(
    'is built at first use, and not before',
    () => {
      const made = createKuromojiTokenizer({ cacheFolder: folder })
      expect(readdirSync(folder)).toEqual([])
      expect(made.tokenize('猫が好き')).toHaveLength(3)
      expect(readdirSync(dirname(file))).toHaveLength(1)
      expect(readCache(file)).toBeDefined()
    },
    slow,
  )

  test(
    'is built again where it is cut short, damaged or of another form',
    () => {
      const good = readFileSync(file)
      const damaged = Buffer.from(good)
      damaged[good.length - 1000] = (damaged[good.length - 1000] ?? 0) ^ 1
      const other = Buffer.from(good.toString('latin1').replace('"format":1', '"format":9'), 'latin1')
      for (const bytes of [
        good.subarray(0, good.length / 2),
        damaged,
        other,
        Buffer.alloc(0),
        Buffer.alloc(64, 255),
      ]) {
        writeFileSync(file, bytes)
        expect(readCache(file)).toBeUndefined()
      }
      expect(tokens(folder)).toBe(3)
      expect(readFileSync(file).equals(good)).toBe(true)
    },
    slow,
  )

  test(
    'may be built by two processes at once',
    async () => {
      rmSync(dirname(file), { recursive: true })
      const entry = new URL('../src/kuromoji/index.ts', import.meta.url).href
      const script = `import { createKuromojiTokenizer } from ${JSON.stringify(entry)}
      console.log(createKuromojiTokenizer({ cacheFolder: ${JSON.stringify(folder)} }).tokenize('猫が好き').length)`
      const run = (): Promise<{ stdout: string }> =>
        promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
      const results = await Promise.all([run(), run()])
      expect(results.map(({ stdout }) => stdout.trim())).toEqual(['3', '3'])
      expect(readdirSync(dirname(file))).toHaveLength(1)
      expect(readCache(file)).toBeDefined()
    },
    slow,
  )

  test(
    'is made in memory where no folder can be written',
    () => {
      const blocked = join(folder, 'a-file')
      writeFileSync(blocked, '')
      expect(tokens(blocked)).toBe(3)
      expect(tokens(false)).toBe(3)
    },
    slow,
  )
})
