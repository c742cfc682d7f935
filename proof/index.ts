import { cutCommands, killCommands } from './break-commands.ts'
import { clockJumps } from './clock-jumps.ts'
import { container } from './container.ts'
import { databaseAway } from './database-away.ts'
import { fullDisk } from './full-disk.ts'
import { fuzz } from './fuzz.ts'
import { hostileFilesProof } from './hostile-files.ts'
import { killRounds } from './kill-rounds.ts'
import { mixedLoad } from './mixed-load.ts'
import { powerCuts } from './power-cuts.ts'
import type { Proof } from './proof.ts'
import { properties } from './properties.ts'
import { twoAgencies } from './two-agencies.ts'

/** Every proof that can be run, in the order of `docs/proof.md`. */
export const PROOFS: readonly Proof[] = [
  container,
  killRounds,
  killCommands,
  powerCuts,
  cutCommands,
  fullDisk,
  databaseAway,
  clockJumps,
  fuzz,
  hostileFilesProof,
  mixedLoad,
  twoAgencies,
  properties,
]
