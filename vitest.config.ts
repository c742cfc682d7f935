import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Unit and use-case tests: everything but the browser journeys, which Playwright runs. */
export default defineConfig({
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'cli/**/*.test.ts',
      'proof/**/*.test.ts',
      'tests/house/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    globalSetup: ['tests/support/database-global-setup.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    // Commands that a test starts do not compile the program anew each time.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, 'node_modules', '.cache', 'node') },
    // For what hangs; how fast anything is, the benchmarks tell. The machine may have much else to do.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
})
