/** Reads the dictionary that the kuromoji package ships: the slow way, about a second. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { CharacterClass, Dictionary } from './dictionary.ts'

/** Folder with kuromoji's `*.dat.gz`. */
export function kuromojiFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict')
}

/** Version of the kuromoji package. */
export function kuromojiVersion(): string {
  return (createRequire(import.meta.url)('kuromoji/package.json') as { version: string }).version
}

/** Builds the trimmed dictionary out of kuromoji's files in `folder`. */
export function readSource(folder: string): Dictionary {
  const unpack = (name: string): Buffer => gunzipSync(readFileSync(join(folder, `${name}.dat.gz`)))
  const base = int32(unpack('base'))
  const check = int32(unpack('check'))
  let used = check.length
  while (used > 0 && (check[used - 1] ?? 0) <= 0) used--
  // A lookup adds a byte to a base, so that it may reach 255 cells behind the last used one.
  used = Math.min(used + 256, check.length)
  const partsOfSpeech: [string, string][] = []
  const words = readWords(unpack('tid'), unpack('tid_pos'), int32(unpack('tid_map')), partsOfSpeech)
  const connection = unpack('cc')
  return {
    base: base.slice(0, used),
    check: check.slice(0, used),
    ...words,
    connection: new Int16Array(connection.buffer, connection.byteOffset, connection.length / 2),
    characterClass: new Uint8Array(unpack('unk_char')),
    tables: { classes: readClasses(unpack, partsOfSpeech), partsOfSpeech },
  }
}

type Words = Pick<
  Dictionary,
  'wordStart' | 'leftId' | 'rightId' | 'cost' | 'partOfSpeech' | 'featureStart' | 'features'
>

/** Puts the words in the order of the trie's values, so that a surface's words stand side by side. */
function readWords(
  info: Buffer,
  features: Buffer,
  map: Int32Array,
  partsOfSpeech: [string, string][],
): Words {
  // The count that the map begins with is too small: kuromoji reads on to the end, and so must we.
  const offsets: number[][] = []
  let count = 0
  for (let at = 1; at + 1 < map.length; at += 2 + (map[at + 1] ?? 0)) {
    const found = map.subarray(at + 2, at + 2 + (map[at + 1] ?? 0))
    ;(offsets[map[at] ?? 0] ??= []).push(...found)
    count += found.length
  }
  const surfaces = offsets.length
  const words = {
    wordStart: new Int32Array(surfaces + 1),
    leftId: new Uint16Array(count),
    rightId: new Uint16Array(count),
    cost: new Int16Array(count),
    partOfSpeech: new Uint8Array(count),
    featureStart: new Int32Array(count + 1),
  }
  const packed: Buffer[] = []
  let word = 0
  let size = 0
  for (let value = 0; value < surfaces; value++) {
    for (const offset of offsets[value] ?? []) {
      const feature = stringAt(features, info.readInt32LE(offset + 6)).split(',')
      words.leftId[word] = info.readUInt16LE(offset)
      words.rightId[word] = info.readUInt16LE(offset + 2)
      words.cost[word] = info.readInt16LE(offset + 4)
      words.partOfSpeech[word] = indexOfPart(partsOfSpeech, feature)
      const bytes = Buffer.from(`${feature[7] ?? ''}\t${feature[8] ?? ''}`)
      packed.push(bytes)
      size += bytes.length
      words.featureStart[++word] = size
    }
    words.wordStart[value + 1] = word
  }
  return { ...words, features: new Uint8Array(Buffer.concat(packed)) }
}

function readClasses(unpack: (name: string) => Buffer, partsOfSpeech: [string, string][]): CharacterClass[] {
  const info = unpack('unk')
  const features = unpack('unk_pos')
  const map = int32(unpack('unk_map'))
  const invoke = unpack('unk_invoke')
  const classes: CharacterClass[] = []
  for (let at = 0; at + 6 < invoke.length && invoke[at + 6] !== 0;) {
    classes.push({ always: invoke[at] === 1, grouped: invoke[at + 1] === 1, words: [] })
    at += 6 + Buffer.byteLength(stringAt(invoke, at + 6)) + 1
  }
  for (let at = 1; at + 1 < map.length; at += 2 + (map[at + 1] ?? 0)) {
    for (const offset of map.subarray(at + 2, at + 2 + (map[at + 1] ?? 0))) {
      const feature = stringAt(features, info.readInt32LE(offset + 6)).split(',')
      classes[map[at] ?? 0]?.words.push({
        leftId: info.readUInt16LE(offset),
        rightId: info.readUInt16LE(offset + 2),
        cost: info.readInt16LE(offset + 4),
        partOfSpeech: indexOfPart(partsOfSpeech, feature),
      })
    }
  }
  return classes
}

function int32(bytes: Buffer): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.copyBytesFrom(bytes)
  return new Int32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.length / 4))
}

/** The string that ends in NUL. */
function stringAt(bytes: Buffer, start: number): string {
  return bytes.toString('utf8', start, bytes.indexOf(0, start))
}

function indexOfPart(partsOfSpeech: [string, string][], feature: string[]): number {
  const [, pos = '', detail = ''] = feature
  const index = partsOfSpeech.findIndex((part) => part[0] === pos && part[1] === detail)
  return index >= 0 ? index : partsOfSpeech.push([pos, detail]) - 1
}
