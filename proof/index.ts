import { container } from './container.ts'
import { databaseAway } from './database-away.ts'
import { fullDisk } from './full-disk.ts'
import { killRounds } from './kill-rounds.ts'
import { powerCuts } from './power-cuts.ts'
import type { Proof } from './proof.ts'

/** Every proof that can be run, in the order of `docs/proof.md`. */
export const PROOFS: readonly Proof[] = [container, killRounds, powerCuts, fullDisk, databaseAway]
