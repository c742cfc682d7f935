/**
 * `node [options] scripts/own-node.mjs SCRIPT …`: runs a script on Node 24 or newer, whichever Node was called and whether or
 * not npm made the link to the one that is brought along (npm 9, which Debian and Ubuntu have, makes none). Plain JavaScript for
 * old Nodes. Where the Node that was called is new enough it goes on in this process.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST = [24, 0]
const packages = fileURLToPath(new URL('../node_modules', import.meta.url))

/** The Node to run on: this one where it is new enough, else the one of the packages; null where there is none. */
export function ownNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath
  const brought = [
    path.join(packages, '.bin', 'node'),
    path.join(packages, `node-${process.platform}-${process.arch}`, 'bin', 'node'),
  ]
  return brought.find((node) => existsSync(node)) ?? null
}

/** Runs `args` on that Node and ends as it ends; says what to do, and ends with 3, where there is none. */
export function runOn(node, args, environment = process.env) {
  if (node === null) {
    console.error(
      `ต้องใช้ Node.js รุ่น ${OLDEST[0]} ขึ้นไป (รุ่นนี้คือ ${process.versions.node}): เรียก npm ci ก่อน หรือติดตั้ง Node.js รุ่นใหม่\n` +
        `Node.js ${OLDEST[0]} or newer is needed (this is ${process.versions.node}): run npm ci first, or install a newer Node.js`,
    )
    process.exit(3)
  }
  const child = spawn(node, args, { stdio: 'inherit', env: environment })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 3 : (code ?? 3)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2)
  const node = ownNode()
  if (node !== process.execPath) runOn(node, [...process.execArgv, script, ...args])
  else {
    // As if it had been called itself: it asks whether it is what was started.
    process.argv.splice(1, 2, path.resolve(script))
    await import(pathToFileURL(process.argv[1]).href)
  }
}
