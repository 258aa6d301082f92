/** The JSON Schema of book.yaml, for editors. */
import { toJsonSchema } from '@valibot/to-json-schema'
import { bookSchema } from '../src/config/schema.ts'

/** A JSON Schema, as far as book.yaml's goes. */
export interface JsonSchema {
  type?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  items?: JsonSchema | JsonSchema[]
  prefixItems?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
}

/** The schema, made of the one that validates. */
export function bookJsonSchema(): JsonSchema {
  // A calendar date is more than JSON Schema can say.
  const schema = toJsonSchema(bookSchema, { typeMode: 'input', errorMode: 'ignore' }) as JsonSchema
  return { ...schema, description: 'book.yaml, the configuration of a book of notes.' }
}

/** The schema as the file holds it. */
export function bookSchemaFile(): string {
  return `${JSON.stringify(bookJsonSchema(), undefined, 2)}\n`
}
