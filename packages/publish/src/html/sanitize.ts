import type { Element, Root } from 'hast'
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import { unified } from 'unified'

const tagNames =
  'a abbr aside b bdi bdo blockquote br caption cite code col colgroup del details dfn div em figcaption figure h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'

/** Everything that the books may hold; no style, no script, no handlers, no form, nothing embedded. */
const schema: Schema = {
  tagNames: tagNames.split(' '),
  attributes: {
    '*': [
      'ariaHidden',
      'ariaLabel',
      'ariaLabelledBy',
      'className',
      ['dir', 'auto', 'ltr', 'rtl'],
      'id',
      'lang',
      'role',
      'title',
    ],
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

const sanitizer = unified().use(rehypeSanitize, schema).freeze()

/** Keeps only what the allow-list names; elements that it does not name give way to their content. */
export function sanitize(tree: Element): Element {
  const root: Root = { type: 'root', children: [tree] }
  return sanitizer.runSync(root).children[0] as Element
}
