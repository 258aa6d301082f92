import { defineConfig } from 'vitest/config'

/** What users get: the packed package, installed by npm in an empty folder. */
export default defineConfig({
  test: { include: ['test/**/*.consumer.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
