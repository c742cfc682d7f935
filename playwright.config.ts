import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

/** The browser of the system: none is ever downloaded. CHROMIUM names another one. */
function chromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const places = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  for (const place of [process.env.CHROMIUM ?? '', ...places]) {
    try {
      accessSync(place, constants.X_OK)
      return place
    } catch {}
  }
  throw new Error('no browser was found: apt-get install chromium')
}

const PORT = 4117
/** The markup is the same with and without script: checked once. */
const MARKUP_ONLY = '**/html-checker.spec.ts'

export default defineConfig({
  testDir: 'tests/journeys',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'th-TH',
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'script-on', testIgnore: MARKUP_ONLY },
    { name: 'script-off', use: { javaScriptEnabled: false } },
    {
      name: 'phone',
      testIgnore: MARKUP_ONLY,
      use: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: `node tests/journeys/serve.ts`,
    url: `http://127.0.0.1:${PORT}/readyz`,
    env: { PORT: String(PORT) },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
})
