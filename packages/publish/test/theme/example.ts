import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A font that is not among the shipped ones, with Latin letters alone. */
export const ownFont = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
)

/** A book with the theme that docs/themes.md shows, as a reader would copy it. */
export function exampleBook(config = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'theme-example-'))
  const reference = readFileSync(new URL('../../../../docs/themes.md', import.meta.url), 'utf8')
  for (const [, path = '', text = ''] of reference.matchAll(/```\w+ title="([^"]+)"\n([^]*?)```/gu)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  cpSync(ownFont, join(folder, 'my-theme/my-letters.ttf'))
  writeFileSync(join(folder, 'book.yaml'), `title: Letters\ntheme: ./my-theme\n${config}`)
  writeFileSync(
    join(folder, 'notes.md'),
    '# 会 Meeting\n\n## 話 Talk about Letters\n\n本文と *強調*、**重要**、`code`。\n\n> Quoted words\n\n- Q: なぜ？\n  - A: 軽いから\n\n### 節 Section\n\n| 列 | 値 |\n|---|---|\n| a | 1 |\n',
  )
  return folder
}
