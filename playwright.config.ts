import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { programPath } from './scripts/system-programs.ts'

const PORT = 4117
/** The markup is the same with and without script: checked once. */
const MARKUP_ONLY = '**/html-checker.spec.ts'
/** Pages of the office have no script but for the passkey: looked at once with it, and once on a phone. */
const OFFICE_PAGES = '**/{office-pages,imagined-agency}.spec.ts'
/** The whole year is worked on with script, by mouse and by keyboard; without it and on a phone the owner's part is. */
const WHOLE_YEAR = '**/whole-year.spec.ts'
/** How the site is served is the same for every browser: checked once. */
const SERVING = '**/{serving,permanent-addresses}.spec.ts'
/** Without script nothing is kept while somebody types. */
const DRAFTS = '**/drafts.spec.ts'
/** The editor is made by script; what stands there without it is part of the same journey. */
const EDITOR = '**/issue-editor.spec.ts'
/** Asks the program itself, and kills it: no page of it depends on a window or on scripts. */
const UPLOADS = '**/{uploads,watch}.spec.ts'

/** The way through the meetings is worked with script and without; how its pages look on a phone is seen with the others. */
const APPROVALS = '**/approvals.spec.ts'

/** Every page at every width and in every theme, found by its links: with script and without. */
const EVERY_PAGE = '**/every-page.spec.ts'

/** The pictures of the guide are taken once, each with the window that it wants. */
const GUIDE = '**/guide-pictures.spec.ts'

/** The pages of who reports run no script, and those of who receives need none. */
const REPORTING = '**/whistleblow.spec.ts'

/** Tests of what is there only with script, only without it, or only where the window is wide. */
const WITH_SCRIPT = '@with-script'
const WITHOUT_SCRIPT = '@without-script'
const WIDE = '@wide'
const tagged = (...tags: readonly string[]) => new RegExp(`(${tags.join('|')})(?![\\w-])`)

// What the journeys start is not compiled anew each time.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, 'node_modules', '.cache', 'node')

export default defineConfig({
  testDir: 'tests/journeys',
  // Each file of journeys has a program of its own; two of them at once use what one leaves idle.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // What never comes fails; a machine that is busy for a while does not.
  expect: { timeout: 20_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'th-TH',
    launchOptions: {
      // The browser of the system: none is ever downloaded.
      executablePath: programPath('browser'),
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
    { name: 'script-on', testIgnore: [MARKUP_ONLY, REPORTING], grepInvert: tagged(WITHOUT_SCRIPT) },
    {
      name: 'script-off',
      testIgnore: [SERVING, OFFICE_PAGES, DRAFTS, EDITOR, WHOLE_YEAR, UPLOADS, GUIDE],
      grepInvert: tagged(WITH_SCRIPT),
      use: { javaScriptEnabled: false },
    },
    {
      name: 'phone',
      testIgnore: [MARKUP_ONLY, SERVING, WHOLE_YEAR, UPLOADS, APPROVALS, EVERY_PAGE, GUIDE],
      grepInvert: tagged(WITHOUT_SCRIPT, WIDE),
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
