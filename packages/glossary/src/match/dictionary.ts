/** What the matcher found: an entry of it from `start` to `end` (exclusive) of the folded text. */
export interface Hit<E> {
  start: number
  end: number
  entries: E[]
}

/** Keys that begin with the same two units: their lengths, longest first. */
type Lengths = number[]

/** All keys that begin with the same unit. */
interface Bucket<S, E> {
  /** What has not been spelled out yet. */
  pending: S[]
  byKey: Map<string, E[]>
  bySecond: Map<number, Lengths>
  /** Some key is this one unit. */
  single: boolean
}

/**
 * Finds many keys in a text at once. A key is found by its first unit, then by its second, then by a hash of
 * each length that keys so beginning have. A bucket is made ready, by `spell`, when its first unit is first met in
 * a text: a book uses few of a large glossary's first letters, and filling stays cheap.
 */
export class Matcher<S, E> {
  readonly #buckets = new Map<number, Bucket<S, E>>()
  readonly #spell: (source: S) => { key: string; entry: E }[]

  /** @param spell gives the keys of a source; all of them begin with the unit that it was added for */
  constructor(spell: (source: S) => { key: string; entry: E }[]) {
    this.#spell = spell
  }

  /** Adds a source whose keys begin with a unit. */
  add(first: number, source: S): void {
    const bucket = this.#buckets.get(first)
    if (bucket) bucket.pending.push(source)
    else this.#buckets.set(first, { pending: [source], byKey: new Map(), bySecond: new Map(), single: false })
  }

  /** Every occurrence of every key, also overlapping ones, by start and then longest first. */
  find(text: string): Hit<E>[] {
    const hits: Hit<E>[] = []
    for (let start = 0; start < text.length; start++) {
      const bucket = this.#bucketOf(text.charCodeAt(start))
      if (!bucket) continue
      const lengths = bucket.bySecond.get(text.charCodeAt(start + 1))
      if (lengths) {
        for (const length of lengths) {
          if (start + length > text.length) continue
          const entries = bucket.byKey.get(text.slice(start, start + length))
          if (entries) hits.push({ start, end: start + length, entries })
        }
      }
      if (bucket.single)
        hits.push({ start, end: start + 1, entries: bucket.byKey.get(text[start] ?? '') ?? [] })
    }
    return hits
  }

  /** The entries of a key. */
  get(key: string): E[] {
    return this.#bucketOf(key.charCodeAt(0))?.byKey.get(key) ?? []
  }

  #bucketOf(first: number): Bucket<S, E> | undefined {
    const bucket = this.#buckets.get(first)
    if (!bucket || bucket.pending.length === 0) return bucket
    for (const source of bucket.pending) {
      for (const { key, entry } of this.#spell(source)) put(bucket, key, entry)
    }
    bucket.pending = []
    return bucket
  }
}

function put<E>(bucket: Bucket<unknown, E>, key: string, entry: E): void {
  const entries = bucket.byKey.get(key)
  if (entries) {
    entries.push(entry)
    return
  }
  bucket.byKey.set(key, [entry])
  if (key.length === 1) {
    bucket.single = true
    return
  }
  const lengths = bucket.bySecond.get(key.charCodeAt(1))
  if (!lengths) bucket.bySecond.set(key.charCodeAt(1), [key.length])
  else if (!lengths.includes(key.length)) {
    lengths.push(key.length)
    lengths.sort((a, b) => b - a)
  }
}
