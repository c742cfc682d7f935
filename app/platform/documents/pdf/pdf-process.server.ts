import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { childEnvironment } from '../../compile-cache.server.ts'
import type { WorkerMessage } from './serve-pdf-jobs.server.ts'

export type PdfErrorCode = 'pdf.timeout' | 'pdf.memory' | 'pdf.failed'
export type PdfError = Readonly<{ code: PdfErrorCode; detail: string }>
export type PdfResult<Made> = Result<Made, PdfError>
export type ProcessLimits = Readonly<{ timeLimitMs: number; memoryLimitBytes: number }>

const START_LIMIT_MS = 30_000
const MEMORY_WATCH_MS = 50
const KEPT_STDERR = 2_000

/** One child process that makes one PDF after the other. Neither it nor its pipes keep the program from ending while idle. */
export class PdfProcess<Job extends object, Made> {
  jobs = 0
  readonly #child: ChildProcess
  readonly #limits: ProcessLimits
  readonly #started: Promise<WorkerMessage<Made> | null>
  #answer: ((message: WorkerMessage<Made> | null) => void) | null = null
  #stderr = ''

  constructor(workerFile: string, limits: ProcessLimits) {
    this.#limits = limits
    this.#child = fork(workerFile, [], {
      // Most of what a job makes dies with it: a large young generation spares collecting it over and over.
      execArgv: ['--max-semi-space-size=32'],
      env: childEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-KEPT_STDERR)
    })
    this.#child.on('message', (message: WorkerMessage<Made>) => this.#settle(message))
    this.#child.on('error', () => this.#settle(null))
    this.#child.on('exit', () => this.#settle(null))
    this.#started = this.#nextMessage()
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.connected
  }

  /** Never throws. After an error of time or memory the process is dead. */
  async make(job: Job): Promise<PdfResult<Made>> {
    this.jobs += 1
    this.#holdProgram(true)
    try {
      const started = await this.#within(START_LIMIT_MS, this.#started)
      if (!started.ok) return started
      const answer = this.#nextMessage()
      this.#child.send(job, (error) => {
        if (error) this.#settle(null)
      })
      const answered = await this.#within(this.#limits.timeLimitMs, answer)
      if (!answered.ok) return answered
      const message = answered.value
      return message.kind === 'made' ? ok(message.made) : err({ code: 'pdf.failed', detail: said(message) })
    } finally {
      this.#holdProgram(false)
    }
  }

  /** Lets it finish by itself; it holds nothing that must be put away. */
  end(): void {
    if (this.#child.connected) this.#child.disconnect()
  }

  #nextMessage(): Promise<WorkerMessage<Made> | null> {
    return new Promise((resolve) => {
      this.#answer = resolve
    })
  }

  #settle(message: WorkerMessage<Made> | null): void {
    this.#answer?.(message)
    this.#answer = null
  }

  async #within(
    limitMs: number,
    answer: Promise<WorkerMessage<Made> | null>,
  ): Promise<PdfResult<WorkerMessage<Made>>> {
    let refusal: PdfError | null = null
    const kill = (code: PdfErrorCode, detail: string) => {
      refusal ??= { code, detail }
      this.#child.kill('SIGKILL')
    }
    const timer = setTimeout(() => kill('pdf.timeout', `${limitMs} ms`), limitMs)
    const watch = setInterval(() => {
      const used = this.#residentBytes()
      if (used > this.#limits.memoryLimitBytes) kill('pdf.memory', `${Math.round(used / 2 ** 20)} MiB`)
    }, MEMORY_WATCH_MS)
    const message = await answer
    clearTimeout(timer)
    clearInterval(watch)
    if (refusal) return err(refusal)
    return message === null
      ? err({ code: 'pdf.failed', detail: `the process ended. ${this.#stderr}`.trim() })
      : ok(message)
  }

  /** 0 where the system has no /proc: the time limit alone then bounds the job. */
  #residentBytes(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
    } catch {
      return 0
    }
  }

  #holdProgram(holds: boolean): void {
    const parts = [this.#child, this.#child.channel, this.#child.stderr as Socket | null]
    for (const part of parts) {
      if (holds) part?.ref()
      else part?.unref()
    }
  }
}

const said = (message: WorkerMessage<unknown>) => (message.kind === 'failed' ? message.detail : message.kind)
