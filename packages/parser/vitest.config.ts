import { defineConfig } from 'vitest/config'

// The properties run a thousand times: a busy machine needs more than the five seconds of the default.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 120_000 } })
