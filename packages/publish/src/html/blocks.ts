import type { Element, ElementContent } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Handler } from 'mdast-util-to-hast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { usedDefinitions } from './definitions.ts'
import { createHandlers } from './handlers/handlers.ts'
import { resolveRaw } from './raw-html.ts'
import type { ChapterScope } from './scope.ts'

/** Renders nodes of the notes; not yet tidied and sanitised. */
export function renderBlocks(nodes: readonly object[], scope: ChapterScope): ElementContent[] {
  const definitions = usedDefinitions(nodes, scope.file, scope.shared.definitions)
  const blocks: Handler = (state) => state.all({ type: 'root', children: nodes as MdastRoot['children'] })
  const handlers = { ...createHandlers(scope), blocks }
  // The nodes stand where remark-rehype does not look through them for definitions, which are all here already.
  const children = [{ type: 'blocks' }, ...definitions] as MdastRoot['children']
  const root: MdastRoot = { type: 'root', children }
  const tree = unified().use(remarkRehype, { handlers, allowDangerousHtml: true }).runSync(root)
  resolveRaw(tree)
  return tree.children as ElementContent[]
}

/** Takes the rendered title out of rendered blocks. */
export function takeTitle(blocks: ElementContent[]): Element | undefined {
  const index = blocks.findIndex((block) => block.type === 'element' && block.tagName === 'h1')
  return index < 0 ? undefined : (blocks.splice(index, 1)[0] as Element)
}
