import type { Rule } from '@notes/parser'
import { cliRule } from './cli/rules.ts'
import { configRule } from './config/rules.ts'
import { epubRule } from './epub/rules.ts'
import { handoutRule } from './handout/rules.ts'
import { loadRule } from './load/rules.ts'
import { pressRule } from './pdf/press/rules.ts'
import { pdfRule } from './pdf/rules.ts'
import { themeRule } from './theme/rules.ts'
import { volumeRule } from './volumes/rules.ts'

/** The table of rules of this package. */
export const rules: Rule[] = [
  configRule,
  loadRule,
  themeRule,
  epubRule,
  pdfRule,
  pressRule,
  volumeRule,
  handoutRule,
  cliRule,
].flatMap((table) => Object.values<Rule>(table))
