import type { PersonEntry } from '@notes/parser'
import * as v from 'valibot'
import type { VFileMessage } from 'vfile-message'
import { describe, fallback, line, lines } from './values.ts'
import { validate } from './validate.ts'
import { readYaml } from './yaml.ts'

/** people.yaml: one person under several names. */
export const peopleSchema = v.array(
  v.strictObject({
    name: describe(line, 'The name as the book shows it.'),
    reading: describe(v.optional(line), 'The name in kana; sorts it in the index.'),
    aliases: fallback(lines, [], 'Other names and handles, e.g. `@example`.'),
    affiliation: describe(v.optional(line), 'Company, group or school.'),
    url: describe(v.optional(line), 'The person’s page.'),
    kind: fallback(v.picklist(['person', 'organization']), 'person', 'Whether it is a group.'),
  }),
)

/** Reads people.yaml, a list of people. Never throws. */
export function readPeople(
  source: Uint8Array | string,
  file: string,
): { people: PersonEntry[]; messages: VFileMessage[] } {
  const yaml = readYaml(source, file)
  const { output, messages } = validate(peopleSchema, yaml, file, [])
  return { people: output ?? [], messages: [...yaml.messages, ...messages] }
}
