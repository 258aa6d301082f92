import { type PDFDict, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import type { CheckedFile } from './checked-file.ts'
import type { Tag } from './tags.ts'

/** What a condition found: how many things it looked at, and what is wrong with which. */
export interface Finding {
  tested: number
  failures: string[]
}

/** A failure condition of the Matterhorn protocol 1.1 that a machine can decide. */
export interface MachineCondition {
  /** Index in the protocol. */
  id: string
  by: 'machine'
  /** What fails, in our words. */
  title: string
  /** What it looks at; where a file has none of these, the condition does not apply. */
  subject: string
  check(file: CheckedFile): Finding
  /** Makes a good file fail: the proof that the check can see it. */
  spoil(file: CheckedFile): void | Promise<void>
}

/** One that needs a human, or that the protocol leaves without a test. */
export interface HumanCondition {
  id: string
  by: 'human' | 'nobody'
  title: string
  /** What the books do about it, or why it does not come up. */
  note: string
}

export type Condition = MachineCondition | HumanCondition

/** Looks at each thing: `problem` says what is wrong with it, or nothing. */
export function each<T>(things: readonly T[], problem: (thing: T) => string | undefined): Finding {
  return { tested: things.length, failures: things.flatMap((thing) => problem(thing) ?? []) }
}

/** One fact of the whole file. */
export function whole(problem: string | undefined): Finding {
  return { tested: 1, failures: problem === undefined ? [] : [problem] }
}

/** Sets an entry of a dictionary; takes it out where there is no value. */
export function put(dictionary: PDFDict | undefined, key: string, value: PDFObject | undefined): void {
  if (!dictionary) throw new Error(`There is nothing to spoil at ${key}.`)
  if (value) dictionary.set(PDFName.of(key), value)
  else dictionary.delete(PDFName.of(key))
}

/** Calls a tag something else. */
export function retype(tag: Tag | undefined, type: string): void {
  put(tag?.dictionary, 'S', PDFName.of(type))
}

export function text(value: string): PDFHexString {
  return PDFHexString.fromText(value)
}

/** Adds something to what the first page draws. */
export function drawMore(file: CheckedFile, source: string): void {
  const [page] = file.document.getPages()
  page?.node.addContentStream(file.context.register(file.context.flateStream(source)))
}

/** Adds an annotation to the first page. */
export function annotate(file: CheckedFile, entries: Record<string, unknown>): PDFDict {
  const dictionary = file.context.obj({
    Type: 'Annot',
    Rect: [10, 10, 20, 20],
    ...entries,
  } as never) as unknown as PDFDict
  const [page] = file.document.getPages()
  page?.node.addAnnot(file.context.register(dictionary))
  return dictionary
}
