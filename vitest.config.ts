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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
