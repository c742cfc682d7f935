import { spawn } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../../project-root.server.ts'

type Share = Readonly<{ dataDir: string; close: () => Promise<void> }>

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const open = new Set<Share>()

/**
 * Sees to it that the own PostgreSQL is not left running however this process ends, kill -9 excepted: on a signal `close`
 * is awaited; at exit, where nothing can be awaited, another process looks whether the server is still used. A program
 * that listens to a signal itself closes for itself. Call the returned function once closed.
 */
export function closeAtExit(share: Share): () => void {
  if (open.size === 0) {
    for (const signal of SIGNALS) process.on(signal, onSignal)
    process.on('exit', onExit)
  }
  open.add(share)
  return () => {
    if (!open.delete(share) || open.size > 0) return
    for (const signal of SIGNALS) process.off(signal, onSignal)
    process.off('exit', onExit)
  }
}

function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  // Once all are closed nobody listens any more, and the signal does what it does to any program.
  void closeShares().then(() => process.kill(process.pid, signal))
}

/** Gives back whatever this process uses of own PostgreSQLs: for a command that ends on a signal by itself. */
export async function closeShares(): Promise<void> {
  await Promise.allSettled([...open].map((share) => share.close()))
}

function onExit(): void {
  const script = path.join(projectRoot, 'app/platform/db/embedded/stop-if-unused.main.ts')
  for (const { dataDir } of open)
    spawn(process.execPath, [script, dataDir], { detached: true, stdio: 'ignore', cwd: '/' }).unref()
}
