import { ownPaths } from './own-paths.server.ts'
import { stopIfUnused } from './stop-if-unused.server.ts'

/**
 * A program of its own, started with DATA_DIR by a process that ended without giving its lease back: an exit handler
 * cannot wait for an answer of the server, this can.
 */
const dataDir = process.argv[2]
if (dataDir) await stopIfUnused(ownPaths(dataDir), 2_000)
