import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LoopDisk, makeLoopDisk } from './ground/loop-disk.ts'
import { until } from './ground/readiness.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import { acknowledgedIn, addFault, answeredWith, faultsOf, type Ledger, newLedger } from './people/ledger.ts'
import { resumeUploads } from './people/sending-files.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 3
const DISK_MB = 700
const FULL_MS = 20_000

export const fullDisk: Proof = {
  name: 'full-disk',
  about:
    'The disk of program and database fills up while people work: the program stays, refuses clearly, acknowledges nothing that is not kept, and goes on when there is room.',
  needs: 'Linux, root, loop devices, ext4; for --database server the Debian package postgresql',
  run: async (options) => {
    const disk = makeLoopDisk(DISK_MB, 'commit=5')
    try {
      const site = await foundSite({ kind: options.database, folder: disk.folder })
      try {
        return await fillInRounds(site, disk, options)
      } finally {
        await site.end()
      }
    } finally {
      await disk.remove()
    }
  },
}

async function fillInRounds(site: Site, disk: LoopDisk, options: ProofOptions): Promise<Found> {
  const rounds = options.rounds ?? ROUNDS
  const fullMs = (options.minutes ?? FULL_MS / 60_000) * 60_000
  const ledger = newLedger()
  const faults = new Set<string>()
  const backMs: number[] = []
  let databaseWentDown = 0
  await site.start()
  const unaudited = await countUnaudited(site)
  for (let round = 0; round < rounds; round += 1) {
    const working = peopleAtWork(site, ledger)
    await working.underWay()
    const postmaster = site.postmaster()
    await keepFull(disk, fullMs)
    if (!site.isRunning()) faults.add(`the program ended: ${site.said().slice(-1000)}`)
    if (site.postmaster() !== postmaster) databaseWentDown += 1
    await backUpOntoFullDisk(site, disk, ledger)
    rmSync(ballastOn(disk))
    // The agency's own server is started by its own keeper; the program's by the program.
    await site.server?.start()
    const back = await until(site, 200, 90_000)
    if (back === null) faults.add(`not ready within 90 s of there being room: ${site.said().slice(-2000)}`)
    else backMs.push(back)
    await working.underWay()
    await sleep(1_000)
    await working.stop()
    await resumeUploads(site, ledger)
    const { lost, damaged } = await checkKept(site, ledger, unaudited)
    for (const one of [...lost, ...damaged]) faults.add(one)
    options.log(
      `round ${round + 1} of ${rounds}: ready ${Math.round(back ?? -1)} ms after there was room, ${acknowledgedIn(ledger)} acknowledged, ${lost.length} lost, ${damaged.length} damaged`,
    )
  }
  return {
    figures: {
      rounds,
      acknowledged: acknowledgedIn(ledger),
      'lost or damaged': faults.size,
      'answers 503 or 507': answeredWith(ledger, 503, 507),
      'answers 500': answeredWith(ledger, 500),
      'connections broken': answeredWith(ledger, 'broken'),
      'times the database went down': databaseWentDown,
      'ready after room, ms': backMs.map(Math.round).join(', '),
      'longest answer ms': Math.round(ledger.slowestMs),
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...faults, ...faultsOf(ledger)],
  }
}

const ballastOn = ({ folder }: LoopDisk) => path.join(folder, 'ballast')

/** Takes all room that there is, again and again: what is freed meanwhile is taken too. */
async function keepFull(disk: LoopDisk, milliseconds: number): Promise<void> {
  const file = openSync(ballastOn(disk), 'a')
  const piece = Buffer.alloc(256 * 1024, 0x41)
  try {
    for (const began = performance.now(); performance.now() - began < milliseconds; await sleep(50)) {
      for (let size = piece.length; size >= 4096; ) {
        try {
          writeSync(file, piece, 0, size)
        } catch {
          size /= 2
        }
      }
    }
  } finally {
    closeSync(file)
  }
}

/** A backup for which there is no room says so, and leaves nothing that looks like one. */
async function backUpOntoFullDisk(site: Site, { folder }: LoopDisk, ledger: Ledger): Promise<void> {
  const out = path.join(folder, 'backup.prongsai')
  const { status } = await site.command(['backup', '--out', out, '--json'])
  if (status === 0)
    addFault(ledger, `a backup onto a disk with ${statfsSync(folder).bavail} free blocks ended with 0`)
  const left = readdirSync(folder).filter((name) => name.startsWith('backup.prongsai'))
  for (const name of left) {
    if (existsSync(out) && statSync(out).size > 0) addFault(ledger, `a backup that failed left ${name}`)
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}
