/** What a worker says: once that it is ready, then one answer for each job. */
export type WorkerMessage<Made> =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'made'; made: Made }>
  | Readonly<{ kind: 'failed'; detail: string }>

/** Makes what a job asks for; `tidy` is called after each. */
export type Maker<Job, Made> = Readonly<{ make: (job: Job) => Promise<Made>; tidy: () => void }>

/**
 * Makes this process a worker, one of its own: the typesetter is native code that runs to its end, so only the death of its
 * process stops it. One job at a time; ends when whoever started it is gone.
 */
export function servePdfJobs<Job, Made>({ make, tidy }: Maker<Job, Made>): void {
  const say = (message: WorkerMessage<Made>, afterwards?: () => void) =>
    process.send?.(message, undefined, undefined, afterwards)

  process.on('message', async (job: Job) => {
    try {
      say({ kind: 'made', made: await make(job) }, tidy)
    } catch (error) {
      say({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }, tidy)
    }
  })
  process.on('disconnect', () => process.exit(0))
  say({ kind: 'ready' })
}
