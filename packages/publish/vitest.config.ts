import { defineConfig } from 'vitest/config'

/** The fast tests: neither browser nor Java. The limit of time only ends what hangs. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.{browser,epub}.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
