import type { Element, ElementContent } from 'hast'

/** What a chapter of the rendered book is; each output decides which of them it shows. */
export type ChapterKind =
  | 'preface'
  | 'part'
  | 'chapter'
  | 'afterword'
  | 'glossary'
  | 'people'
  | 'index'
  | 'links'

/** A heading inside a chapter, for contents and outlines. */
export interface ChapterHeading {
  /** `id` of the heading's section in the chapter's hast. */
  id: string
  /** Plain text, without ruby readings. */
  title: string
  /** 1 is the chapter's own sections. */
  depth: number
}

/**
 * One chapter as sanitised hast, before it is paged: an event is a `part`, each of its sessions a `chapter`.
 *
 * - Every `id` is unique in the whole book, so that `href="#id"` is a link within the book; the ePub turns it
 *   into `file.xhtml#id`, the PDF keeps it.
 * - An element with `data-locator="<id>"` is an index locator or a cross reference's page number: the PDF fills
 *   in the page of that id, the ePub the label from the page map or drops it. It is empty, and what is filled in
 *   does not count for the offsets of a page map.
 * - An external link with `data-link="<n>"` has the number `n` in the list of links, whose item is `#link-<n>`.
 */
export interface Chapter {
  /** ASCII; also the file name in the ePub, `<id>.xhtml`. */
  id: string
  kind: ChapterKind
  title: string
  /** The title's phrasing, without links. */
  titleChildren: ElementContent[]
  /** `id` of the event's part chapter that this chapter stands under. */
  partId?: string
  /** `<section id=… class="chapter …">` with everything in it. */
  root: Element
  headings: ChapterHeading[]
}
