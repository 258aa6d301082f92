import type { FrontmatterContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import type { NotesRoot } from './nodes.ts'
import { toMdast } from './to-mdast.ts'

const processor = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    handlers: {
      yaml: (node: FrontmatterContent) => `---\n${node.value}\n---`,
      toml: (node: FrontmatterContent) => `+++\n${node.value}\n+++`,
    } as Options['handlers'],
  })
  .freeze()

/** Writes a notes tree as Markdown; parsing it gives the same tree but for positions and inferences. */
export function serializeNotes(tree: NotesRoot): string {
  return processor.stringify(toMdast(tree))
}
