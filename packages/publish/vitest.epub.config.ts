import { defineConfig } from 'vitest/config'

/** Tests that run EPUBCheck (Java) and DAISY Ace (a browser), one at a time. */
export default defineConfig({
  test: {
    include: ['test/**/*.epub.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
