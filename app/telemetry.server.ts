import type { RunningApp } from './app.server.ts'
import type { Config } from './platform/config/config.server.ts'
import { freeBytes } from './platform/files/store-standing.server.ts'
import { readFigures } from './platform/telemetry/figures.queries.server.ts'
import { watchLoopDelay } from './platform/telemetry/loop-delay.server.ts'
import type { MetricSources, Metrics } from './platform/telemetry/metrics.server.ts'
import { startTracing } from './platform/telemetry/tracing.server.ts'
import { type Readiness, watchReadiness } from './readiness.server.ts'

/** What is seen of the program from outside. */
export type Telemetry = Readonly<{
  readiness: () => Promise<Readiness>
  /** Whether it comes too late to everything to be of use. */
  isHopeless: () => boolean
  /** Counts a request; null where there are no metrics. */
  answered: Metrics['answered'] | null
  /** From now on it says that it is not ready. */
  announceStop: () => void
  /** Ends the metrics, and sends the traces that wait, for two seconds at most. */
  close: () => Promise<void>
}>

/**
 * Opens what the settings ask for: metrics on a port of this machine, traces to a receiver. Rejects with the system's error
 * when the port cannot be had.
 */
export async function openTelemetry(
  config: Pick<Config, 'dataDir' | 'files' | 'metricsPort' | 'tracing'>,
  app: Pick<RunningApp, 'ctx' | 'pool'>,
  memory: Pick<MetricSources, 'pages' | 'files'>,
): Promise<Telemetry> {
  let isStopping = false
  const { db } = app.ctx
  const opened = await openMetrics(config, {
    ...memory,
    pool: app.pool,
    database: () => readFigures(db),
    freeBytes: () => freeBytes(config.dataDir),
  })
  const stopTracing = await startTracing(config.tracing)
  const delay = watchLoopDelay()
  const { s3 } = config.files
  return {
    readiness: watchReadiness({ db, dataDir: config.dataDir, s3, isStopping: () => isStopping }),
    isHopeless: delay.isHopeless,
    answered: opened?.metrics.answered ?? null,
    announceStop: () => {
      isStopping = true
    },
    close: async () => {
      delay.close()
      await Promise.all([opened?.close(), stopTracing()])
    },
  }
}

async function openMetrics({ metricsPort }: Pick<Config, 'metricsPort'>, sources: MetricSources) {
  if (metricsPort === null) return null
  const [{ createMetrics }, { openMetricsPort }] = await Promise.all([
    import('./platform/telemetry/metrics.server.ts'),
    import('./platform/telemetry/metrics-port.server.ts'),
  ])
  const metrics = await createMetrics(sources)
  return { metrics, close: await openMetricsPort(metricsPort, metrics) }
}
