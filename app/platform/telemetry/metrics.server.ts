import type { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { programVersion } from '../program-version.server.ts'
import { underWay } from './under-way.ts'

/** What only the database knows; read when metrics are asked for. */
export type DatabaseFigures = Readonly<{
  outbox: Readonly<{ waiting: number; failed: number }>
  jobs: readonly Readonly<{
    job: string
    isRunning: boolean
    succeededAt: Date | null
    runs: number
    faults: number
  }>[]
}>

/** Where the figures come from. All but `database` are in memory. */
export type MetricSources = Readonly<{
  pool: Readonly<{ totalCount: number; idleCount: number; waitingCount: number }>
  pages: () => Readonly<{ hits: number; misses: number; pages: number; bytes: number }>
  files: () => Readonly<{ hits: number; bytes: number }>
  /** Rejects, or takes its time, while the database is away. */
  database: () => Promise<DatabaseFigures>
  /** Bytes that are free where the program keeps its files; null where nobody can tell. */
  freeBytes: () => Promise<number | null>
}>

export type Metrics = Readonly<{
  registry: Registry
  /** Counts one request that was answered. `route` is the pattern of its address. */
  answered: (request: AnsweredRequest) => void
  /** Everything in the text format of Prometheus. Never rejects because the database is away. */
  text: () => Promise<string>
}>

export type AnsweredRequest = Readonly<{ method: string; route: string; status: number; seconds: number }>

const LONGEST_QUESTION_MS = 2_000
/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Makes the figures of this process. What measures is loaded here, so that who has no metrics does not load it. */
export async function createMetrics(sources: MetricSources): Promise<Metrics> {
  const client = await import('prom-client')
  const registry = new client.Registry()
  client.collectDefaultMetrics({ register: registry })
  const named = (name: string, help: string, labelNames: readonly string[] = []) => ({
    name: `prongsai_${name}`,
    help,
    labelNames: [...labelNames],
    registers: [registry],
  })
  const gauge = (...what: Parameters<typeof named>): Gauge => new client.Gauge(named(...what))
  const counter = (...what: Parameters<typeof named>): Counter => new client.Counter(named(...what))
  const requests: Histogram = new client.Histogram({
    ...named('http_request_duration_seconds', 'Requests that were answered, without kept pages and files.', [
      'method',
      'route',
      'status',
    ]),
    buckets: BUCKETS,
  })
  gauge('build_info', 'Version of the program and of Node.', ['version', 'node']).set(
    { version: programVersion, node: process.version },
    1,
  )
  const readMemory = memoryFigures(gauge, counter, sources)
  const readDatabase = databaseFigures(gauge, counter, sources)
  const free = gauge('files_free_bytes', 'Room that is free where the program keeps its files.')
  return {
    registry,
    answered: ({ method, route, status, seconds }) =>
      requests.observe(
        {
          method: METHODS.includes(method) ? method : 'other',
          route,
          status: `${Math.floor(status / 100)}xx`,
        },
        seconds,
      ),
    text: async () => {
      readMemory()
      const [, bytes] = await Promise.all([readDatabase(), sources.freeBytes().catch(() => null)])
      if (bytes === null) free.remove()
      else free.set(bytes)
      return registry.metrics()
    },
  }
}

type MakeGauge = (name: string, help: string, labelNames?: readonly string[]) => Gauge
type MakeCounter = (name: string, help: string, labelNames?: readonly string[]) => Counter

function memoryFigures(gauge: MakeGauge, counter: MakeCounter, { pool, pages, files }: MetricSources) {
  const connections = gauge('database_connections', 'Connections of this process to the database.', ['state'])
  const waiting = gauge('database_waiting', 'Pieces of work that wait for a connection to the database.')
  const answers = counter('page_cache_requests_total', 'Requests for pages that may be kept.', ['result'])
  const kept = gauge('page_cache_entries', 'Pages that are kept in memory.')
  const keptBytes = gauge('page_cache_bytes', 'Bytes of the pages that are kept in memory.')
  const fileAnswers = counter('file_cache_hits_total', 'Files that were handed out without a question.')
  const fileBytes = gauge('file_cache_bytes', 'Bytes of files that are kept in memory.')
  const uploads = gauge('uploads_in_progress', 'Requests that bring a piece of a file.')
  const documents = gauge('document_jobs', 'Documents that are being made, or wait for a process.', ['state'])
  return () => {
    connections.set({ state: 'idle' }, pool.idleCount)
    connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
    waiting.set(pool.waitingCount)
    const { hits, misses, pages: count, bytes } = pages()
    answers.reset()
    answers.inc({ result: 'hit' }, hits)
    answers.inc({ result: 'miss' }, misses)
    kept.set(count)
    keptBytes.set(bytes)
    const known = files()
    fileAnswers.reset()
    fileAnswers.inc(known.hits)
    fileBytes.set(known.bytes)
    uploads.set(underWay.uploads)
    documents.set({ state: 'made' }, underWay.documentsMade)
    documents.set({ state: 'waiting' }, underWay.documentsWaiting)
  }
}

/** What the database says; while it is away these figures are left out, and `database_answers` is 0. */
function databaseFigures(gauge: MakeGauge, counter: MakeCounter, { database }: MetricSources) {
  const answers = gauge('database_answers', 'Whether the database answered when these figures were read.')
  const mail = gauge('mail_outbox', 'Mail of all agencies that waits, or was given up.', ['state'])
  const success = gauge('job_last_success_timestamp_seconds', 'When a job last succeeded.', ['job'])
  const running = gauge('job_running', 'Whether a copy of the program works on a job.', ['job'])
  const runs = counter('job_runs_total', 'Runs of a job that ended, of all copies.', ['job'])
  const faults = counter('job_faults_total', 'Runs of a job that failed, of all copies.', ['job'])
  return async () => {
    const figures = await within(LONGEST_QUESTION_MS, database())
    answers.set(figures === null ? 0 : 1)
    for (const metric of [mail, success, running, runs, faults]) metric.reset()
    if (figures === null) return
    mail.set({ state: 'waiting' }, figures.outbox.waiting)
    mail.set({ state: 'failed' }, figures.outbox.failed)
    for (const { job, succeededAt, ...run } of figures.jobs) {
      if (succeededAt) success.set({ job }, succeededAt.getTime() / 1000)
      running.set({ job }, run.isRunning ? 1 : 0)
      runs.inc({ job }, run.runs)
      faults.inc({ job }, run.faults)
    }
  }
}

/** Null when it does not come in time, or not at all. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  return Promise.race([work.catch(() => null), tooLong]).finally(() => clearTimeout(timer))
}
