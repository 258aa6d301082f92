/** `docs/book-yaml.md`: every key of book.yaml, out of its schema. */
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

| key | value | default | meaning |
|---|---|---|---|
`

/** The reference as Markdown. */
export function bookReference(): string {
  return head + rows('', bookJsonSchema()).join('')
}

function rows(path: string, schema: JsonSchema): string[] {
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
