import type { Rule } from '@notes/parser'
import { configRule } from './config/rules.ts'
import { loadRule } from './load/rules.ts'
import { pdfRule } from './pdf/rules.ts'

/** The table of rules of this package. */
export const rules: Rule[] = [configRule, loadRule, pdfRule].flatMap((table) => Object.values<Rule>(table))
