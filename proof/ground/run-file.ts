import { spawn } from 'node:child_process'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import type { Env } from './program.ts'

export type Done = Readonly<{ status: number | null; out: string; err: string }>

/** Runs a file of the project until it ends. */
export function runFile(args: readonly string[], env: Env): Promise<Done> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, out, err }))
  })
}

/** The `prongsai` command. */
export const runCommand = (args: readonly string[], env: Env): Promise<Done> =>
  runFile(['cli/main.ts', ...args], env)
