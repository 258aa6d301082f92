import { defineConfig } from 'vitest/config'

/** What users get: the packed packages, installed by npm in an empty folder. */
export default defineConfig({
  test: {
    include: ['test/**/*.consumer.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
