import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { unified } from 'unified'
import * as parser from '../src/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```js\n([\s\S]*?)```\s+Yields:\s+```txt\n([\s\S]*?)```/g)]
const modules: Record<string, object> = { '@notes/parser': parser, unified: { unified } }

/** Runs a module's text with the package's sources in place of its imports; gives what it prints. */
async function run(code: string): Promise<string> {
  const printed: string[] = []
  const log = (...values: unknown[]): void => {
    printed.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '))
  }
  const body = code.replace(
    /^import (\{[^}]*\}) from '([^']+)'$/gm,
    (_, names: string, from: string) => `const ${names} = modules['${from}']`,
  )
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  await AsyncFunction('modules', 'console', body)(modules, { log })
  return printed.join('\n')
}

describe('the examples of the README', () => {
  it('are four', () => expect(examples).toHaveLength(4))

  it.each(examples.map(([, code = '', output = '']) => ({ code, output })))(
    '$code',
    async ({ code, output }) => {
      expect((await run(code)).trim()).toBe(output.trim())
    },
  )

  it('links to what the package has', () => {
    const sections = [...readme.matchAll(/^### `(\w+)\(/gm)].map(([, name]) => name)
    expect(sections).toContain('parseNotes')
    for (const name of sections) expect(parser).toHaveProperty(name!)
  })
})
