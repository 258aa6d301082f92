import type { VFileMessage } from 'vfile-message'
import { CheckedFile } from './checked-file.ts'
import { machineConditions } from './conditions/index.ts'

/** Everything that fails, by its condition; three of a kind. */
export async function failures(bytes: Uint8Array): Promise<string[]> {
  const file = await CheckedFile.open(bytes)
  return machineConditions.flatMap(({ id, check }) =>
    check(file)
      .failures.slice(0, 3)
      .map((failure) => `${id}: ${failure}`),
  )
}

/** Why a build says that a file does not claim to follow PDF/UA-1. */
export function claims(messages: readonly VFileMessage[]): string[] {
  return messages.filter(({ ruleId }) => ruleId === 'not-accessible').map(({ reason }) => reason)
}
