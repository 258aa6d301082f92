import { defineConfig } from 'vitest/config'

/** Tests that print or show pages: one browser at a time. */
export default defineConfig({
  test: {
    include: ['test/**/*.browser.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
