import type { BookIndex, Term } from '@notes/glossary'
import type { ElementContent } from 'hast'
import { renderBlocks } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { element } from '../element.ts'
import type { BookScope } from '../scope.ts'
import { backMatter, reference } from './back-matter.ts'
import { chapterScope } from './scope.ts'
import { shortDefinition } from './short-definition.ts'

/** More places than these are left to the index. */
const placesShown = 8

/** Terms with definitions and links back to the sessions that use them; undefined where the book has no terms. */
export function glossaryChapter(terms: readonly Term[], id: string, shared: BookScope): Chapter | undefined {
  if (terms.length === 0) return undefined
  const scope = chapterScope(shared, id)
  scope.linkTerms = false
  const byName = new Map(terms.flatMap((term) => [term.term, ...term.aliases].map((name) => [name, term.id])))
  const children = inIndexOrder(terms, shared.book.index).map((term) => {
    const { reading, aliases, see = [], url } = term
    const definition = shortDefinition(term.definition ?? [])
    const { labels } = shared
    const entryId = shared.terms.get(term.id)?.entryId
    const names = [term.term, ...aliases.filter((alias) => alias !== term.term)]
    const title = element('p', { className: ['entry-title'] }, [
      element('dfn', {}, [names.join(' / ')]),
      reading === undefined || term.readingGuessed
        ? undefined
        : element('span', { className: ['reading'] }, [labels.reading(reading)]),
    ])
    const related = see.flatMap((name): ElementContent[] => {
      const target = shared.terms.get(byName.get(name) ?? '')
      const shown = target
        ? element('a', { href: `#${target.entryId}` }, [name])
        : element('span', {}, [name])
      return [{ type: 'text', value: ` ${labels.see} ` }, shown]
    })
    return element('section', { id: entryId, className: ['entry'] }, [
      title,
      ...(definition.blocks.length > 0
        ? [
            element(
              'div',
              { className: ['meaning'] },
              renderBlocks(definition.blocks, { ...scope, notesId: entryId ?? term.id }),
            ),
          ]
        : []),
      related.length > 0 ? element('p', { className: ['see'] }, related) : undefined,
      url === undefined
        ? undefined
        : element('p', { className: ['url'] }, [element('a', { href: url }, [url])]),
      places(term, definition.isCut, shared),
    ])
  })
  return backMatter('glossary', shared.labels.glossary, children, scope)
}

/** Terms in the order of the index, which knows the readings; what it does not hold comes last. */
function inIndexOrder(terms: readonly Term[], index: BookIndex): Term[] {
  const entries = index.groups
    .flatMap((group) => group.entries)
    .filter(({ kind, alias }) => kind === 'term' && !alias)
  const rank = new Map(entries.map(({ id }, position) => [id, position]))
  const position = ({ id }: Term) => rank.get(id) ?? entries.length
  return terms.toSorted((a, b) => position(a) - position(b))
}

/** Where the term is defined in the notes, then where else it is used, a chapter once each. */
function places(term: Term, isCut: boolean, shared: BookScope): ElementContent | undefined {
  const home = term.places.find(({ nodeId }) => nodeId !== undefined && shared.chapterOf.has(nodeId))?.nodeId
  const homeChapter = home === undefined ? undefined : shared.chapterOf.get(home)
  const all = shared.uses.get(term.id) ?? []
  const uses = all.filter(({ chapterId }) => chapterId !== homeChapter)
  // A use is nearer to the definition than the beginning of a whole chapter is.
  const near =
    home === homeChapter && !isCut ? all.find(({ chapterId }) => chapterId === home)?.id : undefined
  const shown = uses
    .slice(0, placesShown)
    .map(({ id, chapterId }) => element('li', {}, [reference(id, shared.titles.get(chapterId) ?? [])]))
  if (home !== undefined && homeChapter !== undefined) {
    const children = [reference(near ?? home, shared.titles.get(homeChapter) ?? [])]
    shown.unshift(element('li', {}, isCut ? [shared.labels.continued, ...children] : children))
  }
  if (shown.length === 0) return undefined
  const rest = uses.length - Math.min(uses.length, placesShown)
  if (rest > 0) shown.push(element('li', { className: ['more'] }, [shared.labels.more(rest)]))
  return element('ul', { className: ['places'], ariaLabel: shared.labels.usedIn }, shown)
}
