import type { Rule } from '@notes/parser'

const define = <T extends Record<string, Omit<Rule, 'id'>>>(table: T): Record<keyof T, Rule> =>
  Object.fromEntries(
    Object.entries(table).map(([name, rule]) => [name, { id: `glossary/${name}`, ...rule }]),
  ) as Record<keyof T, Rule>

/** Every diagnostic of this package by its name. */
export const rule = define({
  'yaml-syntax': {
    level: 'error',
    summary: 'The glossary file is no valid YAML.',
    hint: 'Mend the line named; what stands before it is used.',
    example: '- term: "SLO',
  },
  'wrong-type': {
    level: 'error',
    summary: 'A value in the glossary file is of the wrong kind.',
    hint: 'The file is a list of terms; `term`, `reading`, `definition`, `url` and `id` are texts, `not` and `see` lists of texts, `aliases` a list of texts or of `{ term, reading }`.',
    example: '- term: SLO\n  aliases: { long: Service Level Objective }',
  },
  'unknown-key': {
    level: 'warning',
    summary: 'A key of the glossary file is not known.',
    hint: 'Known keys: term, reading, definition, aliases, not, see, url, id.',
    example: '- term: SLO\n  alias: Service Level Objective',
  },
  'empty-term': {
    level: 'error',
    summary: 'A term has no name.',
    hint: 'Give it a name in `term`, or take the entry out.',
    example: '- term: ""\n  definition: 名前のない語',
  },
  'long-term': {
    level: 'warning',
    summary: 'A term is longer than 200 characters and is not looked for in the notes.',
    hint: 'Shorten it; a definition belongs into `definition`.',
    example: '- term: （200字を超える文）',
  },
  'short-term': {
    level: 'info',
    summary: 'A term has only one character and is linked only where it stands alone.',
    hint: 'Add the longer words that are meant as `aliases`, if there are any.',
    example: '- term: 値',
  },
  'duplicate-id': {
    level: 'error',
    summary: 'Two terms have the same id.',
    hint: 'Change one of them; the later one got a number.',
    example: '- term: SLO\n  id: slo\n- term: Slow\n  id: slo',
  },
  'defined-twice': {
    level: 'warning',
    summary: 'A term is defined in two places.',
    hint: 'Keep one of the definitions; the first one is used.',
    example: '- term: SLO\n  definition: 目標値\n- term: SLO\n  definition: 約束',
  },
  'alias-is-term': {
    level: 'warning',
    summary: 'An alias of one term is a term itself.',
    hint: 'Take the alias away, or make one entry of both.',
    example: '- term: SLO\n  aliases: [SLI]\n- term: SLI',
  },
  'unknown-see': {
    level: 'warning',
    summary: 'A cross reference names a term that the glossary does not have.',
    hint: 'Mend the name in `see`, or add the term.',
    example: '- term: SLO\n  see: [SLA]',
  },
  'see-cycle': {
    level: 'warning',
    summary: 'Terms refer to each other in a circle, or a term to itself, and nowhere is a definition.',
    hint: 'Give one of them a definition, or take the reference away.',
    example: '- term: 甲\n  see: [乙]\n- term: 乙\n  see: [甲]',
  },
  'self-link': {
    level: 'info',
    summary: 'A definition uses the term that it defines.',
    hint: 'Say it with other words, if you can.',
    example: '- term: 認証\n  definition: 認証のしくみ。',
  },
  'unused-term': {
    level: 'info',
    summary: 'A term is not used in the notes.',
    hint: 'Take it out of the glossary, or add the spelling that the notes use as an alias.',
    example: '- term: カナリアリリース',
  },
  'guessed-reading': {
    level: 'info',
    summary: 'The reading of a term is guessed, which decides its place in the index.',
    hint: 'Write `reading:` in glossary.yaml, or in people.yaml for people.',
    example: '- term: 疎結合',
  },
  'spelling-varies': {
    level: 'info',
    summary: 'A term is spelled in more than one way.',
    hint: 'Choose one spelling, if both are yours; a spelling in `aliases` is taken as meant.',
    example: '- サーバの監視\n- サーバーの増設',
  },
  'acronym-conflict': {
    level: 'warning',
    summary: 'An acronym is spelled out in two ways.',
    hint: 'Say in glossary.yaml which one is meant.',
    example: '- SLA（Service Level Agreement）\n- SLA（System Load Average）',
  },
})

/** Every diagnostic of this package. */
export const rules: Rule[] = Object.values(rule)
