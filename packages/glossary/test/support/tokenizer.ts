import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKuromojiTokenizer } from '../../src/kuromoji/index.ts'

/** Away from the user's own cache; prepared once for all test files. */
export const cacheFolder = join(tmpdir(), 'notes-glossary-test')

export const tokenizer = createKuromojiTokenizer({ cacheFolder })
