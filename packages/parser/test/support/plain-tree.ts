/** A tree without what a second parse may not repeat: positions and inferences. */
export function withoutPlaces(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPlaces)
  if (node === null || typeof node !== 'object') return node
  const entries = Object.entries(node)
    .filter(([key, value]) => key !== 'position' && key !== 'inferred' && value !== undefined)
    .map(([key, value]) => [key, withoutPlaces(value)] as const)
    .filter(([key, value]) => key !== 'data' || Object.keys(value as object).length > 0)
  return Object.fromEntries(entries)
}
