/** `docs/book-yaml.md`: every key of book.yaml, out of its schema. */
import { toJsonSchema } from '@valibot/to-json-schema'
import { peopleSchema } from '../src/config/people.ts'
import { bookJsonSchema, type JsonSchema } from './book-schema.ts'

const head = `# book.yaml

<!-- Written by \`pnpm --filter @notes/publish docs\`; do not edit. -->

The book's settings. Every key may be left out. Lengths are millimetres. A mistake is reported with its line and column,
and the key then has its default. For completion in an editor, begin the file with

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/@notes/publish/book.schema.json
\`\`\`

A short one:

\`\`\`yaml
name: my-notes
title: カンファレンスノート
creators:
  - name: 青木
    reading: あおき
page: { size: b5 }
front: [front/preface.md]
rules:
  glossary/unused-term: off
\`\`\`

`

const tableHead = `| key | value | default | meaning |
|---|---|---|---|
`

const people = `
## people.yaml

A list of people and groups, beside book.yaml. It gives readings, which sort the index, and makes one person of several
names and handles.

`

const folder = `
## The folder

\`\`\`
book.yaml        this file
glossary.yaml    a list of terms: term, reading, definition, aliases, not, see, url
people.yaml      see above
events/NN-slug/event.md       '#' the event’s title, then its own prose and '##' sections
events/NN-slug/NN-slug.md     '#' a session’s title, '##' and deeper its sections
\`\`\`

Events and sessions come in the order of their file names (2 before 10), unless \`events\` gives another. An event may also
be one file, \`events/NN-slug.md\`: \`#\` event, \`##\` session, \`###\` section. Without \`events/\`, every Markdown and text file
of the folder is such a file, but for README, LICENSE and the like. \`.txt\` is plain text.

A note with \`draft: true\` in its front matter is left out; an \`event.md\` takes its folder with it.

Images are files of the folder: PNG, JPEG, WebP, GIF or SVG, named relative to the note. A link to another note
(\`[前回](../02-meetup/01-opening.md#まとめ)\`) becomes a link in the book. Nothing outside the folder is read, neither by
\`..\`, by an absolute path nor by a symlink, and nothing is fetched.
`

/** The reference as Markdown. */
export function bookReference(): string {
  const { items } = toJsonSchema(peopleSchema, { typeMode: 'input', errorMode: 'ignore' }) as {
    items: JsonSchema
  }
  return [head, tableHead, ...rows('', bookJsonSchema()), people, tableHead, ...rows('', items), folder].join(
    '',
  )
}

/** A row for each key, and for those in it. */
export function rows(path: string, schema: JsonSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    const fallback = value.default
    const isPlain = typeof fallback !== 'object' || (Array.isArray(fallback) && fallback.length > 0)
    const cells = [
      `\`${name}\``,
      kindOf(value),
      fallback === undefined || !isPlain ? '' : `\`${JSON.stringify(fallback).replaceAll('"', '')}\``,
      value.description ?? '',
    ]
    const items = Array.isArray(value.items) ? undefined : value.items
    return [
      `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`,
      ...rows(name, value),
      ...(items ? rows(`${name}[]`, items) : []),
    ]
  })
}

function kindOf(schema: JsonSchema): string {
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ')
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ')
  switch (schema.type) {
    case 'string':
      return 'text'
    case 'boolean':
      return '`true`, `false`'
    case 'number':
    case 'integer':
      return 'number'
    case 'array':
      return Array.isArray(schema.items) || schema.prefixItems ? '`[width, height]`' : 'list'
    default:
      if (typeof schema.additionalProperties === 'object')
        return `${kindOf(schema.additionalProperties)} by id`
      return schema.properties ? keysOf(schema.properties) : 'keys'
  }
}

function keysOf(properties: Record<string, JsonSchema>): string {
  return `\`{${Object.keys(properties).join(', ')}}\``
}
