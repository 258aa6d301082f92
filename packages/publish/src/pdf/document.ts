import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import type { Sheet } from './sheet.ts'
import { toHtml } from '../html/to-html.ts'
import { markRoles } from './ua/mark-roles.ts'

/** The page's address of an image of the book. */
export function assetPath(path: string): string {
  return `/assets/${path}`
}

/** The whole book as one HTML document; sheets are the children of `#flow`. */
export function htmlDocument(sheets: readonly Sheet[], css: string, language: string, title: string): string {
  const body = sheets.map((sheet) => toHtml(sheetElement(sheet))).join('\n')
  return `<!doctype html>
<html lang="${escapeAttribute(language)}" class="measuring">
<head><meta charset="utf-8"><title>${escapeAttribute(title)}</title>
<style>${css.replaceAll('</', '<\\/')}</style><style id="page-rules"></style></head>
<body><div id="flow">
${body}
<span id="flow-end"></span></div><div id="checked-places"></div></body></html>`
}

function sheetElement(sheet: Sheet): Element {
  const root = structuredClone(sheet.root)
  root.properties = { ...root.properties, className: ['sheet', ...classesOf(root)] }
  markRoles(root)
  visit(root, 'element', (node) => {
    if (node.tagName !== 'img') return
    const source = String(node.properties['src'] ?? '')
    node.properties['src'] = encodeURI(assetPath(source)).replaceAll(/[?#]/g, encodeURIComponent)
  })
  return root
}

function classesOf(element: Element): string[] {
  const { className } = element.properties
  return Array.isArray(className) ? className.map(String) : []
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
