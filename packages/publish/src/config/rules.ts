import type { Rule } from '@notes/parser'

/** Diagnostics of book.yaml and people.yaml. */
export const configRule = {
  encoding: {
    id: 'publish/config-encoding',
    level: 'error',
    summary: 'The file is not UTF-8; bytes that could not be read are shown as U+FFFD.',
    hint: 'Save the file as UTF-8.',
    example: 'title: <bytes of Shift_JIS>',
  },
  yaml: {
    id: 'publish/config-yaml',
    level: 'error',
    summary: 'The YAML cannot be read.',
    hint: 'Mend the syntax; the part before the mistake is used.',
    example: 'title: "open',
  },
  missing: {
    id: 'publish/config-missing',
    level: 'info',
    summary:
      'The book has no book.yaml, so its title is that of its only event, or the folder’s name, and every setting has its default.',
    hint: 'Write a book.yaml with a title, or run `notes init` for an example.',
    example: '(a folder with events/ and nothing else)',
  },
  unknownKey: {
    id: 'publish/config-key',
    level: 'error',
    summary: 'A key that book.yaml or people.yaml does not know.',
    hint: 'Correct the key or remove it; docs/book-yaml.md lists all of them.',
    example: 'titel: 会議のノート',
  },
  value: {
    id: 'publish/config-value',
    level: 'error',
    summary: 'A value that its key does not take; the default is used instead.',
    hint: 'Write a value of the kind that was expected.',
    example: 'page: { size: a3 }',
  },
  required: {
    id: 'publish/config-required',
    level: 'error',
    summary: 'An entry lacks a key that it needs; the entry is left out.',
    hint: 'Add the key.',
    example: 'creators:\n  - role: aut',
  },
  unknownRule: {
    id: 'publish/config-rule',
    level: 'warning',
    summary: '`rules` names a diagnostic that does not exist.',
    hint: 'Correct the id; docs/diagnostics.md lists all of them.',
    example: 'rules: { glossary/unusedterm: off }',
  },
  sharedName: {
    id: 'publish/shared-name',
    level: 'warning',
    summary: 'Two entries of people.yaml have the same name or alias.',
    hint: 'Put them into one entry, or take the name out of one of them.',
    example: '- name: 山田太郎\n  aliases: [山田]\n- name: 山田花子\n  aliases: [山田]',
  },
} as const satisfies Record<string, Rule>
