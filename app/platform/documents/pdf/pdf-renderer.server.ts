import { availableParallelism } from 'node:os'
import { tracePart } from '../../telemetry/tracing.server.ts'
import { counted } from '../../telemetry/under-way.ts'
import type { MadePdf } from './make-pdf.server.ts'
import { type PdfError, PdfProcess, type PdfResult, type ProcessLimits } from './pdf-process.server.ts'

export type { PdfError, PdfResult }
export type PdfRendererOptions = ProcessLimits &
  Readonly<{
    /** How many PDFs are made at the same time. */
    processes: number
    /** A process is replaced after this many jobs: native memory is never given back in full. */
    jobsPerProcess: number
    /** An unused process is ended after this long. */
    idleMs: number
  }>
export type PdfRenderer<Job, Made = MadePdf> = Readonly<{
  render: (job: Job) => Promise<PdfResult<Made>>
  /** Ends the processes; jobs already given are still made. */
  close: () => void
}>

const DEFAULTS: PdfRendererOptions = {
  processes: Math.min(2, availableParallelism()),
  timeLimitMs: 60_000,
  memoryLimitBytes: 1.5 * 2 ** 30,
  jobsPerProcess: 100,
  idleMs: 20_000,
}

/**
 * A pool of processes that run `workerFile`, a room's own that serves its jobs by `servePdfJobs`; more jobs than processes
 * wait in line. `render` gives what the worker makes of the job, always the same bytes for the same job; what could not be
 * printed as given is in its notes. It refuses with `pdf.timeout`, `pdf.memory` or `pdf.failed` (and the reason), and the
 * next job works.
 */
export function createRenderer<Job extends object, Made = MadePdf>(
  workerFile: string,
  options: Partial<PdfRendererOptions> = {},
): PdfRenderer<Job, Made> {
  const settings = { ...DEFAULTS, ...options }
  const waiting: ((process: PdfProcess<Job, Made> | null) => void)[] = []
  const idle = new Map<PdfProcess<Job, Made>, NodeJS.Timeout>()
  let working = 0

  const acquire = async (): Promise<PdfProcess<Job, Made>> => {
    for (const [process, timer] of idle) {
      clearTimeout(timer)
      idle.delete(process)
      if (process.isAlive) {
        working += 1
        return process
      }
    }
    if (working < settings.processes) {
      working += 1
      return new PdfProcess<Job, Made>(workerFile, settings)
    }
    const given = await new Promise<PdfProcess<Job, Made> | null>((resolve) => waiting.push(resolve))
    return given ?? new PdfProcess<Job, Made>(workerFile, settings)
  }

  const release = (process: PdfProcess<Job, Made>): void => {
    const isUsable = process.isAlive && process.jobs < settings.jobsPerProcess
    if (!isUsable) process.end()
    const next = waiting.shift()
    if (next) {
      next(isUsable ? process : null)
      return
    }
    working -= 1
    if (isUsable) idle.set(process, retire(process))
  }

  const retire = (process: PdfProcess<Job, Made>): NodeJS.Timeout =>
    setTimeout(() => {
      idle.delete(process)
      process.end()
    }, settings.idleMs).unref()

  return {
    render: (job) =>
      tracePart('document', {}, async () => {
        const process = await counted('documentsWaiting', acquire)
        const result = await counted('documentsMade', () => process.make(job))
        release(process)
        return result
      }),
    close: () => {
      for (const [process, timer] of idle) {
        clearTimeout(timer)
        process.end()
      }
      idle.clear()
    },
  }
}
