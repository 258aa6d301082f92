import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import * as v from 'valibot'
import { hasRoom } from '../pdf/geometry.ts'
import { didYouMean } from './nearest.ts'
import { handout, page } from './output-schema.ts'
import { configRule } from './rules.ts'
import { type BookConfig, bookSchema } from './schema.ts'
import { validate } from './validate.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** A configuration, the mistakes in it, and where its values stand. */
export interface ConfigFile {
  config: BookConfig
  messages: VFileMessage[]
  placeOf: YamlFile['placeOf']
}

/** What reading book.yaml needs to know. */
export interface ConfigOptions {
  /** The title where book.yaml has none. */
  title: string
  /** Every rule id that `rules:` may name; not checked where absent. */
  ruleIds?: readonly string[]
  /** What the theme says where book.yaml says nothing. */
  theme?: ThemeDefaults
}

/** Values of a theme that book.yaml overrules, as theme.yaml gives them. */
export type ThemeDefaults = Pick<v.InferInput<typeof bookSchema>, 'page' | 'handout'>

/** Reads book.yaml. Never throws: mistakes are diagnostics, and what they concern has its default. */
export function readConfig(source: Uint8Array | string, file: string, options: ConfigOptions): ConfigFile {
  const yaml = readYaml(source, file)
  const { output, given, messages } = validate(bookSchema, yaml, file)
  const config = {
    ...(output ?? defaults()),
    title: output?.title ?? options.title,
    ...withTheme(given ?? {}, options.theme),
  }
  const margins = marginsWithoutRoom(config, yaml, file)
  if (margins.length > 0) config.page = { ...config.page, margins: defaults().page.margins }
  return {
    config,
    messages: [
      ...yaml.messages,
      ...messages,
      ...margins,
      ...unknownRules(config, yaml, file, options.ruleIds),
    ],
    placeOf: yaml.placeOf,
  }
}

/** What book.yaml says goes before what the theme says; the theme's margins belong to its own size of page. */
function withTheme(given: ThemeDefaults, theme: ThemeDefaults = {}): Pick<BookConfig, 'page' | 'handout'> {
  const size = given.page?.size
  const isOwnSize = size === undefined || JSON.stringify(size) === JSON.stringify(theme.page?.size)
  const margins = { ...(isOwnSize ? theme.page?.margins : {}), ...given.page?.margins }
  return {
    page: v.parse(page, { ...theme.page, ...given.page, margins }),
    handout: v.parse(handout, { ...theme.handout, ...given.handout }),
  }
}

function marginsWithoutRoom(config: BookConfig, yaml: YamlFile, file: string): VFileMessage[] {
  if (hasRoom(config)) return []
  const reason =
    'page.margins leave no room for 12 characters and 6 lines, so those of the size are used instead.'
  return [createMessage(configRule.value, { reason, place: yaml.placeOf(['page', 'margins']), file })]
}

/** The configuration of a book without a book.yaml. */
export function defaultConfig(title: string): BookConfig {
  return { ...defaults(), title }
}

function defaults(): v.InferOutput<typeof bookSchema> {
  return v.parse(bookSchema, {})
}

function unknownRules(
  config: BookConfig,
  yaml: YamlFile,
  file: string,
  known: readonly string[] | undefined,
): VFileMessage[] {
  if (!known) return []
  return Object.keys(config.rules)
    .filter((id) => !known.includes(id))
    .map((id) =>
      createMessage(configRule.unknownRule, {
        reason: `Unknown rule “${id}”.${didYouMean(id, known)}`,
        place: yaml.placeOf(['rules', id], 'key'),
        file,
      }),
    )
}
