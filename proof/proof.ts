/** What is proved by breaking it: each proof is a file beside this one, run by `npm run proof -- NAME`. */
export type ProofOptions = Readonly<{
  /** How often it is tried; undefined: as often as the proof itself thinks enough. */
  rounds: number | undefined
  /** How long a load lasts. */
  minutes: number | undefined
  /** On which kind of database, where it makes a difference. */
  database: 'own' | 'server'
  /** What makes random choices the same again. */
  seed: number
  log: (line: string) => void
}>

/** `figures`: what was counted and measured. `faults`: a sentence for everything that must not be; empty when it holds. */
export type Found = Readonly<{
  figures: Readonly<Record<string, number | string>>
  faults: readonly string[]
}>

export type Proof = Readonly<{
  name: string
  /** One sentence: what is done to the program, and what must hold. */
  about: string
  /** What the machine must give beside the program: root, a package. Null: nothing. */
  needs: string | null
  run: (options: ProofOptions) => Promise<Found>
}>
