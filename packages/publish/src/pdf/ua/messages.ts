import { createMessage } from '@notes/parser'
import type { VFileMessage } from 'vfile-message'
import { pdfRule } from '../rules.ts'
import type { FailedCondition } from './claim.ts'

/** One message with every condition that keeps a PDF from saying that it follows PDF/UA-1. */
export function accessibilityMessages(failed: readonly FailedCondition[]): VFileMessage[] {
  if (failed.length === 0) return []
  const reasons = failed.map(({ id, reason }) => `${reason} (${id})`)
  const reason = `The PDF does not say that it follows PDF/UA-1: ${reasons.join('; ')}.`
  return [createMessage(pdfRule.notAccessible, { reason })]
}
