/** Names of the files without an extension, one for each id; `all` is taken. */
export function fileNames(ids: readonly string[]): string[] {
  const taken = new Set(['all'])
  return ids.map((id) => {
    const safe = id.replaceAll(/[^\w.-]/gu, '-')
    let name = safe
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${safe}-${count}`
    taken.add(name.toLowerCase())
    return name
  })
}
