import { isEvent, isSession, type NotesNode, parseNotes, serializeNotes } from '@notes/parser'

const source = '# 秋の技術会\n\n## 監視の話 by 田中さん\n\n- 警報を減らした\n'
const { tree, messages } = parseNotes(new TextEncoder().encode(source))

/** The type narrows on `type`. */
function nameOf(node: NotesNode): string {
  switch (node.type) {
    case 'event':
      return `event ${node.title}`
    case 'session':
      return `session ${node.title.replace(/ by .*/, '')} / ${node.speakers.map(({ name, honorific }) => `${name} ${honorific}`).join()}`
    default:
      return node.type
  }
}

const event = tree.children[0]
const session = event?.children.find(isSession)
if (!isEvent(event) || !session || messages.length > 0) throw new Error('The notes were not read.')
if (serializeNotes(tree) !== source) throw new Error('The notes were not written back.')
// oxlint-disable-next-line no-console -- what it prints is compared
console.log(`${nameOf(event)} / ${nameOf(session)}`)
