/** Writes what is made of the code: the JSON Schema of book.yaml and the references. Run it after a change of them. */
import { writeFileSync } from 'node:fs'
import { generated } from './generated.ts'

for (const { path, text } of generated()) writeFileSync(path, text)
