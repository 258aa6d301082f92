import type { Image } from 'mdast'
import { element } from '../element.ts'
import type { HandlerFactory } from './handler.ts'

/** The address stays as it is written: it is the key of an asset and not a URL. */
export const image: HandlerFactory<Image> = () => (_, node) =>
  element('img', { src: node.url, alt: node.alt ?? '', ...(node.title ? { title: node.title } : {}) })
