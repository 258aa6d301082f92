import type { CheckedFile } from './checked-file.ts'
import type { Condition } from './condition.ts'
import { conditions } from './conditions/index.ts'
import { heard, sectionOf } from './heard.ts'

/** Sections of the odd book that are read out: a session's opener with its tables, and lists with questions. */
const SHOWN = ['変わった題だいの話', '並び']

/** docs/pdf-ua.md. */
export function pdfUaDocument(file: CheckedFile): string {
  const rows = conditions.map(
    (condition) => `| ${condition.id} | ${condition.title} | ${result(condition, file)} |`,
  )
  return `# PDF/UA-1

The printed book, each of its volumes, and the handouts are tagged PDFs that follow PDF/UA-1 (ISO 14289-1). A file says so
in its metadata (\`pdfuaid:part\`) only where the checks pass that every build makes over its own objects; else
\`publish/not-accessible\` names the condition that fails, e.g. a picture without an alternative text or a character
that no font holds.

What is written for others to print has no tags and says nothing of PDF/UA: the file for the press
(\`pdf: {standard: …}\`), since a press needs none, and handouts on shared sheets (\`2up\`, \`4up\`, \`booklet\`), beside
which \`<session>.tagged.pdf\` keeps them.

## What the notes do for it

- \`![text](image)\`: the text is what is read. Without one the image counts as decoration.
- \`<span lang="en">…</span>\`, also on \`<i>\`, \`<em>\`, \`<blockquote>\`, \`<p>\`, …: read in that language.
- The first row of a table is its head. A \`<th>\` in a row of HTML is the head of that row.
- Headings may leave levels out; in the PDF they do not.
- \`{漢字|かんじ}\` is a ruby of a base and a reading, \`[^1]\` a reference and a note.

## The conditions of the Matterhorn protocol 1.1

This table is made by \`test/pdf/matterhorn.browser.test.ts\` of \`@notes/publish\`, out of the checks themselves and a
book of odd things; the same checks run over the notes in \`content/\` and others. Each of the 87 checks is also shown a
file that was spoilt so that it must fail. PDF/UA needs more than machines can tell: those are the conditions for which
the last column says what the books do, and a human must judge.

| condition | fails where | result |
|---|---|---|
${rows.join('\n')}

## What is heard

The tags of two sections of that book in the order in which they are read, with the texts that the fonts' maps give.

\`\`\`text
${heardPages(file)}
\`\`\`

What does not sound as it should: lines of code are read as one, and a list's mark is read as the character that it is.
`
}

export function heardPages(file: CheckedFile): string {
  return SHOWN.map((heading) => {
    const section = sectionOf(file, heading)
    if (!section) throw new Error(`The odd book has no section “${heading}”.`)
    return heard(file, [section])
  }).join('\n\n')
}

function result(condition: Condition, file: CheckedFile): string {
  if (condition.by !== 'machine') {
    return `${condition.by === 'human' ? 'needs a human' : 'no test'}: ${condition.note}`
  }
  const { tested, failures } = condition.check(file)
  if (failures.length > 0) return `fails: ${failures[0]}`
  if (tested === 0) return `does not apply: there are no ${condition.subject}`
  return condition.subject === 'files' ? 'passes' : `passes for all ${condition.subject}`
}
