/**
 * Adds to package-lock.json the platform packages that an optional dependency names but that were not visible when the
 * lock was written: without them `npm ci` refuses the lock ("Missing: … from lock file"), with them npm fetches each one
 * only on the platform that needs it. Run after every `npm install`; `npm run check` fails while anything is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const PLATFORM = /-(android|darwin|win32|linux|freebsd|openharmony)-([a-z0-9]+)|-wasm32/
const CHECK_ONLY = process.argv.includes('--check')

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const missing = []
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const match = name.match(PLATFORM)
    const key = `node_modules/${name}`
    if (!match || lock.packages[key] || lock.packages[`${path}/${key}`]) continue
    missing.push(name)
    lock.packages[key] = {
      version,
      cpu: [match[2] ?? 'wasm32'],
      ...(match[1] && { os: [match[1]] }),
      // Without it npm would install what is for the other C library beside what is for this one.
      ...(/-(musl|gnu)\w*$/.test(name) && { libc: [name.includes('-musl') ? 'musl' : 'glibc'] }),
      ...(entry.dev && { dev: true }),
      optional: true,
    }
  }
}

if (CHECK_ONLY) {
  if (missing.length > 0)
    console.error(`package-lock.json lacks ${missing.join(', ')}: run npm run lock:repair`)
  process.exit(missing.length > 0 ? 1 : 0)
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} platform packages added to the lock`)
