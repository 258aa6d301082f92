import { defineConfig } from 'vitest/config'

/** The fast tests. The limit of time only ends what hangs: a busy machine takes many times as long as an idle one. */
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 120_000 } })
