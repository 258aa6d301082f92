import * as v from 'valibot'
import type { VFileMessage } from 'vfile-message'
import { handout, page } from '../config/output-schema.ts'
import type { ThemeDefaults } from '../config/read.ts'
import { validate } from '../config/validate.ts'
import { describe, fallback, line } from '../config/values.ts'
import { readYaml, type YamlFile } from '../config/yaml.ts'

/** The themes that come with the package; the first is that of a book that names none, and what all others build on. */
export const builtInThemes = ['plain', 'serif', 'dense'] as const

const font = v.strictObject({
  family: describe(
    v.pipe(
      v.string(),
      v.regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,60}$/u, 'a name of letters, digits, spaces and -'),
    ),
    'The name that the theme’s CSS uses, e.g. `My Gothic`.',
  ),
  file: describe(line, 'A font in the theme’s folder: WOFF2, WOFF or TrueType, with TrueType’s outlines.'),
  weight: fallback(v.picklist([400, 700]), 400, 'Whether it is the regular (400) or the bold (700).'),
  like: fallback(
    v.picklist(['sans-serif', 'serif', 'monospace']),
    'sans-serif',
    'Which of the shipped fonts has the characters that the file lacks, and the bold where none is given.',
  ),
})

/** theme.yaml; every key may be left out. */
export const themeSchema = v.strictObject({
  name: describe(v.optional(line), 'What the theme is called.'),
  description: describe(v.optional(line), 'What it is for, in a sentence.'),
  extends: fallback(v.picklist(builtInThemes), 'plain', 'The theme that this one builds on.'),
  page: describe(v.optional(page), 'Keys of book.yaml’s `page`, for books that do not say otherwise.'),
  handout: describe(
    v.optional(handout),
    'Keys of book.yaml’s `handout`, for books that do not say otherwise.',
  ),
  fonts: fallback(v.array(font), [], 'Fonts of the theme’s own.'),
})

/** A font of a theme's own, as theme.yaml names it. */
export type FontEntry = v.InferOutput<typeof font>

/** What theme.yaml says. */
export interface Manifest {
  extends: (typeof builtInThemes)[number]
  fonts: FontEntry[]
  /** Only what the file says itself. */
  defaults: ThemeDefaults
  placeOf: YamlFile['placeOf']
  messages: VFileMessage[]
}

/** Reads theme.yaml; never throws. */
export function readManifest(source: Uint8Array | string, file: string): Manifest {
  const yaml = readYaml(source, file)
  const { output, given, messages } = validate(themeSchema, yaml, file)
  const { page: pageGiven, handout: handoutGiven } = (given ?? {}) as ThemeDefaults
  return {
    extends: output?.extends ?? 'plain',
    fonts: output?.fonts ?? [],
    defaults: { ...(pageGiven && { page: pageGiven }), ...(handoutGiven && { handout: handoutGiven }) },
    placeOf: yaml.placeOf,
    messages: [...yaml.messages, ...messages],
  }
}
