import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

interface Kuromoji {
  builder(options: { dicPath: string }): {
    build(done: (error: Error | null, tokenizer: { tokenize(text: string): unknown[] }) => void): void
  }
}

/** Kuromoji by its own loader, the baseline. */
export function loadKuromoji(): Promise<{ tokenize(text: string): unknown[] }> {
  const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict')
  return new Promise((resolve, reject) => {
    ;(require('kuromoji') as Kuromoji)
      .builder({ dicPath })
      .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)))
  })
}
