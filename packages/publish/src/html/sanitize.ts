import { sanitize as sanitizeHast, type Schema } from 'hast-util-sanitize'
import type { Element } from 'hast'

const tagNames =
  'a abbr aside b bdi bdo blockquote br caption cite code col colgroup del details dfn div em figcaption figure h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'

/** Everything that the books may hold; no style, no script, no handlers, no form, nothing embedded. */
const schema: Schema = {
  tagNames: tagNames.split(' '),
  attributes: {
    '*': ['ariaHidden', 'ariaLabel', 'ariaLabelledBy', 'className', 'id', 'lang', 'role', 'title'],
    a: ['dataLink', 'dataLocator', 'href'],
    col: ['span'],
    colgroup: ['span'],
    del: ['dateTime'],
    img: ['alt', 'height', 'src', 'width'],
    ins: ['dateTime'],
    li: ['dataLink', 'value'],
    ol: ['reversed', 'start'],
    span: ['dataLocator'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
  },
  required: {},
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
  ancestors: {
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    li: ['ol', 'ul'],
    rp: ['ruby'],
    rt: ['ruby'],
    summary: ['details'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  clobber: [],
  strip: ['script', 'style', 'template', 'title'],
  allowComments: false,
  allowDoctypes: false,
}

/** Keeps only what the allow-list names; elements that it does not name give way to their content. */
export function sanitize(tree: Element): Element {
  return sanitizeHast(tree, schema) as Element
}
