/** What the matcher found: an entry of it from `start` to `end` (exclusive) of the folded text. */
export interface Hit<E> {
  start: number
  end: number
  entries: E[]
}

/** Keys that begin with the same two units: their lengths, longest first. */
type Lengths = number[]

/** All keys that begin with the same unit. */
interface Bucket<E> {
  pending: [key: string, entry: E][]
  byKey: Map<string, E[]>
  bySecond: Map<number, Lengths>
  /** Some key is this one unit. */
  single: boolean
}

/**
 * Finds many keys in a text at once. A key is found by its first unit, then by its second, then by a hash of
 * each length that keys so beginning have. A bucket is made ready when its first unit is first met in a text:
 * a book uses few of a large glossary's first letters, and filling stays cheap.
 */
export class Matcher<E> {
  readonly #buckets = new Map<number, Bucket<E>>()

  add(key: string, entry: E): void {
    const first = key.charCodeAt(0)
    if (Number.isNaN(first)) return
    let bucket = this.#buckets.get(first)
    if (!bucket) {
      bucket = { pending: [], byKey: new Map(), bySecond: new Map(), single: false }
      this.#buckets.set(first, bucket)
    }
    bucket.pending.push([key, entry])
  }

  /** Every occurrence of every key, also overlapping ones, by start and then longest first. */
  find(text: string): Hit<E>[] {
    const hits: Hit<E>[] = []
    for (let start = 0; start < text.length; start++) {
      const bucket = this.#buckets.get(text.charCodeAt(start))
      if (!bucket) continue
      if (bucket.pending.length > 0) prepare(bucket)
      for (const length of bucket.bySecond.get(text.charCodeAt(start + 1)) ?? []) {
        if (start + length > text.length) continue
        const entries = bucket.byKey.get(text.slice(start, start + length))
        if (entries) hits.push({ start, end: start + length, entries })
      }
      if (bucket.single)
        hits.push({ start, end: start + 1, entries: bucket.byKey.get(text[start] ?? '') ?? [] })
    }
    return hits
  }

  /** The entries of a key. */
  get(key: string): E[] {
    const bucket = this.#buckets.get(key.charCodeAt(0))
    if (bucket && bucket.pending.length > 0) prepare(bucket)
    return bucket?.byKey.get(key) ?? []
  }
}

function prepare<E>(bucket: Bucket<E>): void {
  for (const [key, entry] of bucket.pending) {
    const entries = bucket.byKey.get(key)
    if (entries) {
      entries.push(entry)
      continue
    }
    bucket.byKey.set(key, [entry])
    if (key.length === 1) {
      bucket.single = true
      continue
    }
    const lengths = bucket.bySecond.get(key.charCodeAt(1))
    if (!lengths) bucket.bySecond.set(key.charCodeAt(1), [key.length])
    else if (!lengths.includes(key.length)) {
      lengths.push(key.length)
      lengths.sort((a, b) => b - a)
    }
  }
  bucket.pending = []
}
