import type { Replacement } from '../pdf-file.ts'
import { writeValue } from './pdf-value.ts'
import { drawingOf, type Structure, type StructureElement, type StructureKid } from './structure.ts'
import { TYPE_ROLES } from './types.ts'

/** What a page or an annotation is known by in the structure's table of parents. */
export interface StructureKeys {
  /** Objects of pages, and of drawings inside of theirs, and their key. */
  drawings: ReadonlyMap<number, number>
  /** Objects of annotations and their key. */
  annotations: ReadonlyMap<number, number>
}

export interface WrittenStructure {
  replaced: Map<number, Replacement>
  /** Objects beyond those that the structure had, numbered from `next`. */
  added: Replacement[]
  /** Objects that are no more. */
  removed: Set<number>
  /** Whether the structure holds a piece of a drawing. */
  isOwned(drawing: number, mcid: number): boolean
}

/** Writes a structure in the place of the one that was read, with its tables of parents and of ids. */
export function writeStructure(structure: Structure, keys: StructureKeys, next: number): WrittenStructure {
  const free = structure.objects.toSorted((a, b) => a - b)
  const replaced = new Map<number, Replacement>()
  const added: Replacement[] = []
  let taken = 0
  const take = (): number => free[taken++] ?? next + taken - 1 - free.length
  const put = (number: number, body: string): void => {
    if (number < next) replaced.set(number, body)
    else added[number - next] = body
  }
  const owners = new Map<number, number[]>()
  const links = new Map<number, number>()
  const ids: [string, number][] = []

  function writeElement(element: StructureElement, number: number, parent: number): void {
    const { type, alt, lang, id, attributes } = element
    const page = firstPage(element)
    let kids = ''
    for (const kid of element.kids) kids += (kids === '' ? '' : ' ') + writeKid(kid, number, page)
    let text = `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R\n`
    if (page !== undefined) text += `/Pg ${page} 0 R\n`
    if (alt !== undefined) text += `/Alt ${alt}\n`
    if (lang !== undefined) text += `/Lang ${lang}\n`
    if (id !== undefined) {
      ids.push([id, number])
      text += `/ID ${id}\n`
    }
    if (attributes) text += writeAttributes(attributes)
    put(number, `${text}/K ${element.kids.length === 1 ? kids : `[${kids}]`}>>`)
  }

  function writeKid(kid: StructureKid, owner: number, page: number | undefined): string {
    if (kid.kind === 'element') {
      const number = take()
      writeElement(kid, number, owner)
      return `${number} 0 R`
    }
    if (kid.kind === 'annotation') {
      links.set(kid.annotation, owner)
      return `<</Type /OBJR /Obj ${kid.annotation} 0 R /Pg ${kid.page} 0 R>>`
    }
    const own = owners.get(drawingOf(kid)) ?? []
    own[kid.mcid] = owner
    owners.set(drawingOf(kid), own)
    if (kid.page === page && kid.stream === undefined) return String(kid.mcid)
    const stream = kid.stream === undefined ? '' : ` /Stm ${kid.stream} 0 R`
    return `<</Type /MCR /Pg ${kid.page} 0 R${stream} /MCID ${kid.mcid}>>`
  }

  const top = take()
  writeElement(structure.document, top, structure.root)
  const parents: [number, string][] = []
  for (const [drawing, key] of keys.drawings) {
    const number = take()
    const own = Array.from(owners.get(drawing) ?? [], (owner) =>
      owner === undefined ? 'null' : `${owner} 0 R`,
    )
    put(number, `[${own.join(' ')}]`)
    parents.push([key, `${number} 0 R`])
  }
  for (const [annotation, key] of keys.annotations) {
    const owner = links.get(annotation)
    if (owner !== undefined) parents.push([key, `${owner} 0 R`])
  }
  parents.sort(([a], [b]) => a - b)
  const parentTree = take()
  put(parentTree, `<</Nums [${parents.map(([key, value]) => `${key} ${value}`).join(' ')}]>>`)
  const roles = Object.entries(TYPE_ROLES).map(([type, role]) => `/${type} /${role}`)
  const root = [
    '<</Type /StructTreeRoot',
    `/K ${top} 0 R`,
    `/RoleMap <<${roles.join(' ')}>>`,
    `/ParentTree ${parentTree} 0 R`,
    `/ParentTreeNextKey ${(parents.at(-1)?.[0] ?? -1) + 1}`,
  ]
  if (ids.length > 0) {
    const idTree = take()
    ids.sort(([a], [b]) => (a < b ? -1 : 1))
    const names = ids.map(([id, number]) => `${id} ${number} 0 R`).join(' ')
    put(idTree, `<</Names [${names}]>>`)
    root.push(`/IDTree ${idTree} 0 R`)
  }
  replaced.set(structure.root, `${root.join('\n')}>>`)
  return {
    replaced,
    added,
    removed: new Set(free.slice(taken)),
    isOwned: (drawing, mcid) => keys.drawings.has(drawing) && owners.get(drawing)?.[mcid] !== undefined,
  }
}

function firstPage({ kids }: StructureElement): number | undefined {
  for (const kid of kids) if (kid.kind === 'content') return kid.page
  return undefined
}

function writeAttributes(attributes: NonNullable<StructureElement['attributes']>): string {
  const written = Array.from(attributes)
    .filter(([, entries]) => entries.size > 0)
    .map(([owner, entries]) => writeValue(new Map([['/O', owner], ...entries])))
  if (written.length === 0) return ''
  return `/A ${written.length > 1 ? `[${written.join(' ')}]` : written[0]}\n`
}
