import { fileURLToPath } from 'node:url'
import { bookReference } from './book-reference.ts'
import { bookSchemaFile } from './book-schema.ts'
import { diagnosticsReference } from './diagnostics.ts'
import { themeReference } from './theme-reference.ts'

/** Every file that is made of the code, with what it should hold. */
export function generated(): { path: string; text: string }[] {
  const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
  return [
    { path: file('../book.schema.json'), text: bookSchemaFile() },
    { path: file('../../../docs/book-yaml.md'), text: bookReference() },
    { path: file('../../../docs/diagnostics.md'), text: diagnosticsReference() },
    { path: file('../../../docs/themes.md'), text: themeReference() },
  ]
}
