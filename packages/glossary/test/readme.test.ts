import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const examples = Array.from(
  readme.matchAll(/```js\n([\s\S]*?)```\n+```txt\n([\s\S]*?)```/g),
  ([, code = '', output = '']) => ({
    code,
    output,
  }),
)

test('the README has examples', () => {
  expect(examples.length).toBe(readme.match(/```js\n/g)?.length)
  expect(examples).toHaveLength(3)
})

test.each(examples)(
  'example %#',
  async ({ code, output }) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
    })
    expect(stdout).toBe(output)
  },
  120_000,
)
