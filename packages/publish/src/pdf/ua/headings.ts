import type { StructureElement } from './structure.ts'

/** Levels of headings without gaps, the first of them 1; what stands at one level in the notes stays so. */
export function closeHeadingGaps(elements: readonly StructureElement[]): void {
  const open: number[] = []
  for (const element of elements) {
    const level = headingLevel(element)
    if (level === undefined) continue
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    element.type = `H${open.length}`
  }
}

export function headingLevel({ type }: StructureElement): number | undefined {
  const level = /^H([1-6])$/.exec(type)?.[1]
  return level === undefined ? undefined : Number(level)
}
