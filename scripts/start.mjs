/**
 * `npm start`, in plain JavaScript: only what is loaded after this line is kept compiled, and the TypeScript of a start
 * takes longer to read than to run.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// As app/platform/compile-cache.server.ts has it.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
const { startAndSay } = await import('./start.ts')
await startAndSay()
