const seen = new WeakMap<object, Set<string>>()

/**
 * Whether a list of facts does not hold a key yet; remembers it. A search in the list itself would make a file with
 * very many facts take quadratic time.
 */
export function isNew(list: object, key: string): boolean {
  const keys = seen.get(list) ?? new Set<string>()
  if (keys.has(key)) return false
  seen.set(list, keys.add(key))
  return true
}
