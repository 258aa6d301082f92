import type { Plugin } from 'unified'
import type { Node } from 'unist'
import type { NotesRoot } from './nodes.ts'
import { parseNotes, type ParseOptions } from './parse.ts'
import { serializeNotes } from './serialize.ts'

/**
 * A unified plugin that reads and writes notes: it sets the parser and the compiler.
 *
 * The file's path is taken for `file` where the options give none; diagnostics become messages of the file.
 */
export const remarkNotes: Plugin<[ParseOptions?], string, NotesRoot> = function (options = {}) {
  this.parser = (_document, file) => {
    const path = options.file ?? file.path
    const { tree, messages } = parseNotes(file.value, {
      ...options,
      ...(path !== undefined && { file: path }),
    })
    file.messages.push(...messages)
    return tree
  }
  this.compiler = (tree: Node) => serializeNotes(tree as NotesRoot)
}
