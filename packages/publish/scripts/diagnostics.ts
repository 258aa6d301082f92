/** `docs/diagnostics.md`: every diagnostic, out of the packages' tables of rules. */
import { rules as glossaryRules } from '@notes/glossary'
import { type Rule, rules as parserRules } from '@notes/parser'
import { rules as publishRules } from '../src/rules.ts'

const head = `# Diagnostics

<!-- Written by \`pnpm --filter @notes/publish docs\`; do not edit. -->

What \`notes check\` and \`notes build\` may report. An error makes the exit code 1; a book is still built around it. A level
is changed, or a diagnostic turned off, in book.yaml:

\`\`\`yaml
rules:
  glossary/unused-term: off
  publish/image-alt: error
\`\`\`
`

/** The list as Markdown, by package and id. */
export function diagnosticsReference(): string {
  const packages = [
    ['@notes/parser', parserRules],
    ['@notes/glossary', glossaryRules],
    ['@notes/publish', publishRules],
  ] as const
  return (
    head + packages.map(([name, rules]) => `\n## ${name}\n${sorted(rules).map(section).join('')}`).join('')
  )
}

function sorted(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function section({ id, level, summary, hint, example }: Rule): string {
  const fence = '`'.repeat(Math.max(3, ...[...example.matchAll(/`+/gu)].map(([ticks]) => ticks.length + 1)))
  return `\n### ${id}\n\n${level} — ${escapeText(summary)}\n\n${escapeText(hint)}\n\n${fence}text\n${example}\n${fence}\n`
}

/** Angle brackets in prose would be HTML. */
function escapeText(text: string): string {
  return text.replaceAll(/(`[^`]*`)|</gu, (match, code: string | undefined) => code ?? (match && '&lt;'))
}
