#!/usr/bin/env node
/**
 * Starts the command line on the Node version that Prongsai brings along, whatever version called it. Plain JavaScript
 * for old Nodes: nothing else happens here.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OLDEST = [24, 0]
const main = fileURLToPath(new URL('./main.ts', import.meta.url))
// As app/platform/compile-cache.server.ts has it.
const compiled = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))
const brought = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
const node = isNewEnough ? process.execPath : existsSync(brought) ? brought : null

if (node === null) {
  console.error(
    `ต้องใช้ Node.js รุ่น ${OLDEST[0]} ขึ้นไป (รุ่นนี้คือ ${process.versions.node}): เรียก npm ci ก่อน หรือติดตั้ง Node.js รุ่นใหม่\n` +
      `Node.js ${OLDEST[0]} or newer is needed (this is ${process.versions.node}): run npm ci first, or install a newer Node.js`,
  )
  process.exit(3)
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compiled, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 3 : (code ?? 3)))
