import { defineConfig } from 'vitest/config'

/** The fast tests: neither browser nor Java. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], exclude: ['test/**/*.{browser,epub}.test.ts'] },
})
