import { PT_PER_MM } from '../../pdf/geometry.ts'
import type { PlacedPage, PlacedSheet } from '../placing.ts'
import { dictionary, type DocumentFacts, DocumentWriter, listed } from './document.ts'
import type { FontCutter } from './fonts.ts'
import type { Printed } from './printed.ts'
import { reachable } from './reach.ts'
import { cutText, dictionaryEntries, dictionaryText, referenceIn, referencesIn, renumber } from './syntax.ts'
import type { ByteSink } from './writer.ts'

/** Entries of the catalog that hold for pages on sheets, too. */
const KEPT_CATALOG = ['Type', 'ViewerPreferences', 'Lang', 'OutputIntents']
const NO_HANDOUT: ReadonlySet<number> = new Set()

/**
 * Puts pages of finished files on sheets. The pages keep fonts, colours and links to the web; they lose tags and the
 * links within the handout, as a page that is drawn into another is a picture of itself.
 */
export class SheetAssembly {
  readonly #file: DocumentWriter
  #catalog: string[] | undefined
  #source: Printed | undefined
  #numbers = new Map<number, number>()

  constructor(sink: ByteSink) {
    this.#file = new DocumentWriter(sink)
  }

  /** Adds sheets whose pages count from the first page of a handout; `framed` draws a line around each. */
  async add(
    printed: Printed,
    handout: number,
    sheets: readonly PlacedSheet[],
    framed: boolean,
    cutter?: FontCutter,
  ): Promise<void> {
    const { writer } = this.#file
    const pages = printed.pages.filter((page) => printed.owners.get(page) === handout)
    const entries = pages.map((page) => dictionaryEntries(printed.text(page)))
    const resources = entries.map((each) => each.get('Resources') ?? '<<>>')
    const objects = reachable(
      printed,
      resources.flatMap((each) => referencesIn(cutText(each))),
      NO_HANDOUT,
    )
    const cut = await cutter?.cut([...pages, ...objects])
    // Handouts that were printed together share their fonts.
    if (this.#source !== printed) this.#numbers = new Map()
    this.#source = printed
    const numbers = this.#numbers
    const fresh = objects.filter((number) => !numbers.has(number))
    for (const number of fresh) numbers.set(number, writer.reserve())
    const anew = (text: string): string =>
      renumber(cutText(text), {
        object: (number) => (numbers.has(number) ? `${numbers.get(number)} 0 R` : 'null'),
        parentKey: () => undefined,
        structureId: (id) => id,
      })
    for (const number of fresh) {
      const target = numbers.get(number) ?? 0
      const other = cut?.get(number)
      const text = anew(other?.dictionary ?? printed.text(number))
      const data = other?.data ?? printed.stream(number)
      if (data) writer.put(target, text, ' stream\n', data, '\nendstream')
      else writer.put(target, text)
    }
    const forms = entries.map((page, at) => this.#form(printed, page, anew(resources[at] ?? '')))
    const node = writer.reserve()
    const made = sheets.map((sheet) => {
      const size = `0 0 ${points(sheet.width)} ${points(sheet.height)}`
      const drawing = writer.add(...stream('<<>>', drawSheet(sheet, entries, framed)))
      const links = sheet.pages.flatMap((place) =>
        linksOf(printed, entries[place.index], place, sheet.height),
      )
      const drawn = sheet.pages.map(({ index }) => `/P${index} ${forms[index]} 0 R`)
      return writer.add(
        dictionary([
          '/Type /Page',
          `/Parent ${node} 0 R`,
          `/MediaBox [${size}]`,
          `/Resources <</ProcSet [/PDF /Text /ImageB /ImageC /ImageI]\n/XObject <<${drawn.join('\n')}>>>>`,
          `/Contents ${drawing} 0 R`,
          links.length > 0 ? `/Annots [${listed(links.map((link) => writer.add(link)))}]` : '',
        ]),
      )
    })
    this.#file.addPages(node, made)
    this.#catalog ??= KEPT_CATALOG.flatMap((name) => {
      const value = printed.catalog.get(name)
      return value === undefined ? [] : `/${name} ${anew(value)}`
    })
    await writer.flush()
  }

  async end(facts: DocumentFacts): Promise<void> {
    await this.#file.end(facts, this.#catalog ?? [])
  }

  /** A page as a drawing that other pages show. */
  #form(printed: Printed, page: ReadonlyMap<string, string>, resources: string): number {
    const contents = referenceIn(page.get('Contents')) ?? 0
    const filter = dictionaryEntries(printed.text(contents)).get('Filter')
    const entries = new Map([
      ['Type', '/XObject'],
      ['Subtype', '/Form'],
      ['BBox', page.get('MediaBox') ?? '[0 0 0 0]'],
      ['Resources', resources],
    ])
    if (filter !== undefined) entries.set('Filter', filter)
    const data = printed.stream(contents) ?? Buffer.alloc(0)
    return this.#file.writer.add(...stream(dictionaryText(entries), data))
  }
}

function stream(dictionaryOf: string, data: Uint8Array): (string | Uint8Array)[] {
  const entries = dictionaryEntries(dictionaryOf).set('Length', String(data.length))
  return [dictionaryText(entries), ' stream\n', data, '\nendstream']
}

/** Everything that is drawn here is pure K. */
function drawSheet(
  { height, pages, rules }: PlacedSheet,
  entries: readonly ReadonlyMap<string, string>[],
  framed: boolean,
): Buffer {
  const lines = ['0 0 0 1 K 0.35 w']
  for (const place of pages) {
    const { left, bottom, scale } = fit(entries[place.index], place, height)
    const corner = numbers(place.x * PT_PER_MM, (height - place.y - place.height) * PT_PER_MM)
    lines.push(`q ${numbers(scale, 0, 0, scale, left, bottom)} cm /P${place.index} Do Q`)
    if (framed) lines.push(`${corner} ${numbers(place.width * PT_PER_MM, place.height * PT_PER_MM)} re S`)
  }
  for (const { x, y, width } of rules) {
    const at = (height - y) * PT_PER_MM
    lines.push(`${numbers(x * PT_PER_MM, at)} m ${numbers((x + width) * PT_PER_MM, at)} l S`)
  }
  return Buffer.from(lines.join('\n'), 'latin1')
}

/** Where the origin of a page comes to lie on its sheet, and how much smaller the page is. */
function fit(
  page: ReadonlyMap<string, string> | undefined,
  place: PlacedPage,
  height: number,
): { left: number; bottom: number; scale: number } {
  const [left = 0, bottom = 0, right = 0] = boxOf(page?.get('MediaBox'))
  const scale = (place.width * PT_PER_MM) / (right - left)
  return {
    scale,
    left: place.x * PT_PER_MM - left * scale,
    bottom: (height - place.y - place.height) * PT_PER_MM - bottom * scale,
  }
}

/** The links of a page to the web, at their new places. */
function linksOf(
  printed: Printed,
  page: ReadonlyMap<string, string> | undefined,
  place: PlacedPage,
  height: number,
): string[] {
  const { left, bottom, scale } = fit(page, place, height)
  return referencesIn(cutText(page?.get('Annots') ?? '')).flatMap((number) => {
    const link = dictionaryEntries(printed.text(number))
    if (!/\/URI\b/.test(link.get('A') ?? '')) return []
    const [x = 0, y = 0, right = 0, upper = 0] = boxOf(link.get('Rect'))
    const corners = [left + x * scale, bottom + y * scale, left + right * scale, bottom + upper * scale]
    link.set('Rect', `[${numbers(...corners)}]`)
    for (const name of ['StructParent', 'P', 'Parent']) link.delete(name)
    return dictionaryText(link)
  })
}

function boxOf(value = ''): number[] {
  return value.replaceAll(/[[\]]/g, '').trim().split(/\s+/).map(Number)
}

function points(millimetres: number): string {
  return numbers(millimetres * PT_PER_MM)
}

function numbers(...values: number[]): string {
  return values.map((value) => String(Number(value.toFixed(4)))).join(' ')
}
