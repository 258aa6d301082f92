/** A page number in an index or a reference, as it is printed. */
export interface PrintedLocator {
  /** `id` that the number links to; undefined where it lies in another volume. */
  id?: string
  text: string
  primary: boolean
}

/** A place that an entry points to. */
export interface LocatedTarget {
  id: string
  /** Index of the printed page. */
  page: number
  primary: boolean
}

/**
 * The numbers of one entry: each page once, in order; three or more pages in a row become a range. A defining
 * place stays on its own, so that it can be set apart. `mark` names the volume of a page in another one.
 */
export function printLocators(
  targets: readonly LocatedTarget[],
  label: (page: number) => string,
  mark: (page: number) => string = () => '',
): PrintedLocator[] {
  const pages = new Map<number, LocatedTarget>()
  for (const target of targets) {
    const known = pages.get(target.page)
    if (!known || (target.primary && !known.primary)) pages.set(target.page, target)
  }
  const sorted = [...pages.values()].toSorted((a, b) => a.page - b.page)
  const printed: PrintedLocator[] = []
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at] as LocatedTarget
    let end = at
    while (
      !first.primary &&
      sorted[end + 1]?.page === (sorted[end]?.page ?? 0) + 1 &&
      !sorted[end + 1]?.primary
    )
      end++
    const last = sorted[end] as LocatedTarget
    const other = mark(first.page)
    const isRange =
      end - at >= 2 && isSameSeries(label(first.page), label(last.page)) && other === mark(last.page)
    const text = `${other}${label(first.page)}${isRange ? `–${label(last.page)}` : ''}`
    printed.push({ ...(other === '' && { id: first.id }), text, primary: first.primary && !isRange })
    at = isRange ? end + 1 : at + 1
  }
  return printed
}

/** A range never runs from roman to arabic numbers. */
function isSameSeries(first: string, last: string): boolean {
  return /^\d/.test(first) === /^\d/.test(last)
}
