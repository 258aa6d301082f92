/** Where notes point to: images and links, found in a tree together with the file that holds them. */
import type { Session } from '@notes/parser'
import type { Definition, Html, Image, Link, Nodes } from 'mdast'
import type { Node, Parent, Position } from 'unist'

/** A tree of notes, or the blocks of a preface. */
export interface Document {
  root: Parent
  /** The file of nodes that do not stand in an event or session with a file of its own. */
  file?: string
}

/** An image, its URL as written and a way to set another one. */
export interface ImageReference {
  file: string
  url: string
  alt: string
  position?: Position | undefined
  setUrl(url: string): void
}

/** A link, and a way to set its URL or to keep its text alone. */
export interface LinkReference {
  file: string
  url: string
  position?: Position | undefined
  setUrl(url: string): void
  unlink(): void
}

/** A node that leads somewhere, or says where that is. */
export interface Found {
  node: Nodes
  file: string
  parent: Parent
}

const kinds: ReadonlySet<Nodes['type']> = new Set([
  'image',
  'link',
  'html',
  'imageReference',
  'linkReference',
  'footnoteReference',
  'definition',
  'footnoteDefinition',
])

/** Finds what leads somewhere in a document: once for all that is to be known of it, as notes are long. */
export function survey({ root, file = '' }: Document, found: Found[] = []): Found[] {
  for (const node of root.children as Nodes[]) {
    const own = (node as Node as Session).data?.file ?? file
    if (kinds.has(node.type)) found.push({ node, file: own, parent: root })
    if ('children' in node) survey({ root: node, file: own }, found)
  }
  return found
}

/** Every image and link among them. References by name become plain ones: names are known in their file only. */
export function findReferences(found: readonly Found[]): {
  images: ImageReference[]
  links: LinkReference[]
} {
  const definitions = new Map<string, Definition>()
  for (const { node, file } of found) {
    if (node.type !== 'definition') continue
    const key = `${file}\n${node.identifier}`
    // As in Markdown, the first of two wins.
    if (!definitions.has(key)) definitions.set(key, node)
  }
  const images: ImageReference[] = []
  const links: LinkReference[] = []
  for (const { node, file, parent } of found) {
    if (node.type === 'image') images.push(imageOf(node, file))
    else if (node.type === 'link') links.push(linkOf(node, file, replacer(parent, node)))
    else if (node.type === 'html') {
      images.push(...imagesOfHtml(node, file))
      links.push(...linksOfHtml(node, file))
    } else if (node.type === 'imageReference' || node.type === 'linkReference') {
      const definition = definitions.get(`${file}\n${node.identifier}`)
      if (!definition) continue
      const { url, title } = definition
      const plain =
        node.type === 'imageReference'
          ? ({ type: 'image', url, title, alt: node.alt, position: node.position } as Image)
          : ({ type: 'link', url, title, children: node.children, position: node.position } as Link)
      const replace = replacer(parent, node)
      replace([plain])
      if (plain.type === 'image') images.push(imageOf(plain, file))
      else links.push(linkOf(plain, file, replace))
    }
  }
  return { images, links }
}

function imageOf(node: Image, file: string): ImageReference {
  const setUrl = (url: string): void => {
    node.url = url
  }
  return { file, url: node.url, alt: node.alt ?? '', position: node.position, setUrl }
}

function linkOf(node: Link, file: string, replace: (nodes: Node[]) => void): LinkReference {
  const setUrl = (url: string): void => {
    node.url = url
  }
  return { file, url: node.url, position: node.position, setUrl, unlink: () => replace(node.children) }
}

const htmlImage = /(<img\b[^>]*?\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu
const htmlLink = /(<a\b[^>]*?\bhref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu

function imagesOfHtml(node: Html, file: string): ImageReference[] {
  // An alternative text in HTML is the author's own affair: it is never reported as missing.
  return urlsOfHtml(node, htmlImage).map((one) => ({ ...one, file, alt: 'html', position: node.position }))
}

function linksOfHtml(node: Html, file: string): LinkReference[] {
  // Renderers print the text of a link that leads nowhere.
  const unlink = (): void => {}
  return urlsOfHtml(node, htmlLink).map((one) => ({ ...one, file, position: node.position, unlink }))
}

function urlsOfHtml(node: Html, pattern: RegExp): { url: string; setUrl: (value: string) => void }[] {
  return [...node.value.matchAll(pattern)].map((match) => {
    const [whole, head = ''] = match
    const url = match[2] ?? match[3] ?? match[4] ?? ''
    const setUrl = (value: string): void => {
      const quoted = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      node.value = node.value.replace(whole, () => `${head}"${quoted}"`)
    }
    return { url: url.replaceAll('&amp;', '&'), setUrl }
  })
}

/** A way to put others in a node's place, again and again. */
export function replacer(parent: Parent, node: Node): (nodes: readonly Node[]) => void {
  let here: readonly Node[] = [node]
  return (nodes) => {
    const index = here[0] ? parent.children.indexOf(here[0]) : -1
    if (index < 0) return
    parent.children.splice(index, here.length, ...nodes)
    here = nodes
  }
}
