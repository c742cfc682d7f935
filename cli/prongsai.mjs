#!/usr/bin/env node
/**
 * Starts the command line on the Node version that Prongsai brings along, whatever version called it. Plain JavaScript
 * for old Nodes: nothing else happens here.
 */
import { fileURLToPath } from 'node:url'
import { ownNode, runOn } from '../scripts/own-node.mjs'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
// As app/platform/compile-cache.server.ts has it.
const compiled = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))

runOn(ownNode(), ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  NODE_COMPILE_CACHE: compiled,
  ...process.env,
})
