import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { find, svg as svgSchema } from 'property-information'
import { escapeAttribute, escapeText } from './xml.ts'

const shapes =
  'circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile filter g line linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath title tspan use'
const geometry =
  'ariaLabel className clipPath clipPathUnits clipRule color cx cy d display dominantBaseline dx dy fill fillOpacity fillRule filter filterUnits floodColor floodOpacity fontFamily fontSize fontStyle fontWeight fx fy gradientTransform gradientUnits height href id in in2 k1 k2 k3 k4 lang letterSpacing markerEnd markerHeight markerMid markerStart markerUnits markerWidth mask maskUnits maskContentUnits mode offset opacity operator orient overflow paintOrder pathLength patternTransform patternUnits patternContentUnits points preserveAspectRatio primitiveUnits r refX refY result role rotate rx ry shapeRendering spreadMethod stdDeviation stopColor stopOpacity stroke strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin strokeMiterLimit strokeOpacity strokeWidth style tableValues textAnchor textDecoration textLength textRendering transform type values vectorEffect viewBox visibility width wordSpacing writingMode x x1 x2 xLinkHref xmlSpace y y1 y2'

/** Shapes and text; nothing that runs, loads or embeds. */
const schema: Schema = {
  tagNames: shapes.split(' '),
  attributes: { '*': geometry.split(' ') },
  protocols: { href: [], xLinkHref: [] },
  required: {},
  ancestors: {},
  clobber: [],
  strip: ['script', 'foreignObject', 'iframe', 'object', 'embed', 'metadata', 'image', 'animate', 'set'],
  allowComments: false,
  allowDoctypes: false,
}

/** What could load something from CSS, or hide that it does. */
const loads =
  /@import|url\s*\(\s*["']?\s*(?!["']?#)|expression|\\|<|-moz-binding|src\s*\(|image(?:-set)?\s*\(/iu

/** Makes an SVG image harmless, or returns undefined where it holds no drawing. */
export function sanitizeSvg(source: string): string | undefined {
  const body = source
    .replace(/^\uFEFF/u, '')
    .replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/giu, '')
  const tree = sanitize(fromHtml(body.trim(), { fragment: true, space: 'html' }), schema) as Root
  const drawing = tree.children.find(isDrawing)
  if (!drawing) return undefined
  clean(drawing)
  drawing.properties['xmlns'] = 'http://www.w3.org/2000/svg'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write([drawing])}\n`
}

function isDrawing(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'svg'
}

/** Drops references out of the file and styles that load something. */
function clean(node: Element): void {
  for (const [name, value] of Object.entries(node.properties)) {
    const reference = name === 'href' || name === 'xLinkHref'
    const text = String(value)
    if (reference ? !text.startsWith('#') : loads.test(text)) delete node.properties[name]
  }
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true
    clean(child)
    return (
      child.tagName !== 'style' ||
      !child.children.some((text) => text.type === 'text' && loads.test(text.value))
    )
  })
}

function write(nodes: readonly ElementContent[]): string {
  let result = ''
  for (const node of nodes) {
    if (node.type === 'text') result += escapeText(node.value)
    if (node.type !== 'element') continue
    let attributes = ''
    for (const [property, value] of Object.entries(node.properties)) {
      // The old spelling of a link would need a namespace of its own.
      const name = property === 'xLinkHref' ? 'href' : find(svgSchema, property).attribute
      const text = Array.isArray(value) ? value.join(' ') : String(value)
      attributes += ` ${name}="${escapeAttribute(text)}"`
    }
    result += `<${node.tagName}${attributes}>${write(node.children)}</${node.tagName}>`
  }
  return result
}
