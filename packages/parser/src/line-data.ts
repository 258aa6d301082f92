/** Who says what a point or a paragraph says. */
export interface Attribution {
  kind: 'person' | 'organization'
  /** As the notes write it, without an honorific and without `@`. */
  name: string
}

/** What the marks in a line say. */
export interface MarkData {
  /** The parts of `EC2 -> Lambda`; the first is empty where the line begins with an arrow. */
  steps?: string[]
  /** What `←` points back with: `NEW` in `もらった！←NEW`. */
  aside?: string
  /** ★ or ☆ marks the line as important. */
  star?: boolean
  /** ★ and ☆ in a row, or a number behind one, say how good something is. */
  rating?: { value: number; of?: number }
  /** The line is a note that begins with ※. */
  remark?: boolean
  /** The clock, or the place in a video, at which a line begins: `HH:MM` or `HH:MM:SS`, as written. */
  timestamp?: string
}
