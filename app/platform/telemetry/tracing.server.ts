import type { Config } from '../config/config.server.ts'
import type { OpenSpan, SpanFacts, Tracer } from './tracer.ts'

let tracer: Tracer | null = null
const UNSEEN: OpenSpan = { name: () => {}, tell: () => {}, fail: () => {} }

/** Loads what traces, where the settings name a receiver; gives the way to end it. */
export async function startTracing({
  endpoint,
  serviceName,
}: Config['tracing']): Promise<() => Promise<void>> {
  if (endpoint === null) return async () => {}
  const { openOtlpTracer } = await import('./otlp-tracer.server.ts')
  const opened = openOtlpTracer({ endpoint, serviceName })
  tracer = opened
  return async () => {
    if (tracer === opened) tracer = null
    await opened.close()
  }
}

/** A request as it came from outside. `parent` is its `traceparent`, where who sent it is trusted. */
export const traceRequest = <T>(
  span: Readonly<{ name: string; parent: string | null; facts: SpanFacts }>,
  work: (span: OpenSpan) => Promise<T>,
): Promise<T> => (tracer ? tracer.inSpan({ ...span, kind: 'request' }, work) : work(UNSEEN))

/** A piece of work that the program does by itself. Never for the protected channel. */
export const traceJob = <T>(job: string, work: () => Promise<T>): Promise<T> =>
  tracer ? tracer.inSpan({ name: `job ${job}`, kind: 'job', facts: { 'prongsai.job': job } }, work) : work()

/** A part of a request or job. */
export const tracePart = <T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> =>
  tracer ? tracer.inSpan({ name, kind: 'part', facts }, work) : work()

/** The same for what asks another server. */
export const traceOutgoing = <T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> =>
  tracer ? tracer.inSpan({ name, kind: 'outgoing', facts }, work) : work()
