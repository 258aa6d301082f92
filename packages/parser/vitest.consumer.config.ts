import { defineConfig } from 'vitest/config'

/** What users get: the packed package, installed by npm in an empty folder. */
export default defineConfig({
  test: { include: ['test/**/*.consumer.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
})
