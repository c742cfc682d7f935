import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LoopDisk, makeLoopDisk } from './ground/loop-disk.ts'
import { median } from './ground/percentile.ts'
import { randomOf } from './ground/random.ts'
import { foundSite, type Site } from './ground/site.ts'
import { peopleAtWork } from './people/at-work.ts'
import { checkKept, countUnaudited } from './people/check-kept.ts'
import { acknowledgedIn, faultsOf, type Ledger, newLedger } from './people/ledger.ts'
import { type Resumed, resumeUploads } from './people/sending-files.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 10
const DISK_MB = 4_000

export const powerCuts: Proof = {
  name: 'power-cuts',
  about:
    'The power of the disk on which program and database lie is cut while people work: what had reached it holds everything that was acknowledged, whole, and opens by itself.',
  needs: 'Linux, root, loop devices, ext4; for --database server the Debian package postgresql',
  run: async (options) => {
    const disk = makeLoopDisk(DISK_MB)
    try {
      const site = await foundSite({ kind: options.database, folder: disk.folder })
      // What the proof itself laid there; what the program makes at its first start is the program's to make durable.
      execFileSync('sync', ['-f', disk.folder])
      try {
        return await cutInRounds(site, disk, options)
      } finally {
        await site.end()
      }
    } finally {
      await disk.remove()
    }
  },
}

async function cutInRounds(site: Site, disk: LoopDisk, options: ProofOptions): Promise<Found> {
  const rounds = options.rounds ?? ROUNDS
  const random = randomOf(options.seed)
  const ledger = newLedger()
  const [lost, damaged] = [new Set<string>(), new Set<string>()]
  const reopenMs: number[] = []
  const resumed: Record<keyof Resumed, number> = { wasWhole: 0, wentOn: 0, bytesAgain: 0, unknown: 0 }
  let controlsLost = 0
  await site.start()
  const unaudited = await countUnaudited(site)
  for (let round = 0; round < rounds; round += 1) {
    await workUntilCut(site, disk, { ledger, ms: random.between(100, 3_000) })
    controlsLost += isControlWhole(disk) ? 0 : 1
    await site.server?.start()
    reopenMs.push(await site.start())
    const found = await resumeUploads(site, ledger)
    for (const [what, count] of Object.entries(found)) resumed[what as keyof Resumed] += count
    const checked = await checkKept(site, ledger, unaudited)
    for (const one of checked.lost) lost.add(one)
    for (const one of checked.damaged) damaged.add(one)
    options.log(
      `round ${round + 1} of ${rounds}: open after ${Math.round(reopenMs.at(-1) ?? 0)} ms, ${acknowledgedIn(ledger)} acknowledged, ${checked.lost.length} lost, ${checked.damaged.length} damaged`,
    )
  }
  const blunt =
    controlsLost === rounds ? [] : ['a file that nobody made durable outlived a cut: the cut is none']
  return {
    figures: {
      rounds,
      acknowledged: acknowledgedIn(ledger),
      lost: lost.size,
      damaged: damaged.size,
      'control files lost, as they must be': controlsLost,
      'reopen median ms': Math.round(median(reopenMs)),
      'reopen longest ms': Math.round(Math.max(...reopenMs)),
      'uploads that went on': resumed.wentOn,
      'uploads that had come whole': resumed.wasWhole,
      'uploads sent anew': resumed.unknown,
      'bytes of uploads sent again': resumed.bytesAgain,
      answers: JSON.stringify(Object.fromEntries([...ledger.answers].sort())),
    },
    faults: [...lost, ...damaged, ...blunt, ...faultsOf(ledger)],
  }
}

/** A file that is written and not made durable: a power cut that is one takes it away. */
const controlOn = ({ folder }: LoopDisk) => path.join(folder, 'control')
const CONTROL = 'nobody makes this durable'

/** Its name may be there: whoever makes a file of theirs durable in the same moment takes the journal with all names along. */
const isControlWhole = (disk: LoopDisk): boolean =>
  existsSync(controlOn(disk)) && readFileSync(controlOn(disk), 'utf8') === CONTROL

async function workUntilCut(
  site: Site,
  disk: LoopDisk,
  { ledger, ms }: Readonly<{ ledger: Ledger; ms: number }>,
): Promise<void> {
  const working = peopleAtWork(site, ledger)
  await working.underWay()
  await sleep(ms)
  writeFileSync(controlOn(disk), CONTROL)
  const killed = site.killProgram()
  // What was acknowledged was so before this moment; nothing of what comes after reaches the disk.
  disk.cutPower()
  await killed
  await site.killDatabase()
  await working.stop()
  await disk.mountAgain()
}
