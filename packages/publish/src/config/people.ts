import { createMessage, type PersonEntry } from '@notes/parser'
import * as v from 'valibot'
import type { VFileMessage } from 'vfile-message'
import { configRule } from './rules.ts'
import { describe, fallback, line, lines } from './values.ts'
import { validate } from './validate.ts'
import { readYaml, type YamlFile } from './yaml.ts'

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
  return { people: output ?? [], messages: [...yaml.messages, ...messages, ...sharedNames(yaml, file)] }
}

/** Names and aliases that two entries have; the parts of the book would be given to the first of them. */
function sharedNames({ value, placeOf }: YamlFile, file: string): VFileMessage[] {
  const owners = new Map<string, number>()
  const messages: VFileMessage[] = []
  for (const [index, entry] of (Array.isArray(value) ? value : []).entries()) {
    const { name, aliases } = (entry ?? {}) as { name?: unknown; aliases?: unknown }
    const listed: unknown[] = Array.isArray(aliases) ? aliases : []
    const names = [
      { text: name, path: ['name'] },
      ...listed.map((text, at) => ({ text, path: ['aliases', at] })),
    ]
    for (const { text, path } of names) {
      if (typeof text !== 'string' || text === '') continue
      const owner = owners.get(text)
      if (owner === undefined) owners.set(text, index)
      if (owner === undefined || owner === index) continue
      const line = placeOf([owner]).start.line
      const reason = `“${text}” stands in the entry of line ${line} too, so both are taken for one person.`
      messages.push(createMessage(configRule.sharedName, { reason, place: placeOf([index, ...path]), file }))
    }
  }
  return messages
}
