import {
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { faultFacts } from '../log/fault-facts.ts'
import { programVersion } from '../program-version.server.ts'
import type { SpanKind as Kind, OpenSpan, Tracer } from './tracer.ts'

const LONGEST_SENDING_MS = 2_000
const SEND_EVERY_MS = 2_000
const MOST_WAITING = 4_096

const KINDS: Readonly<Record<Kind, SpanKind>> = {
  request: SpanKind.SERVER,
  job: SpanKind.INTERNAL,
  part: SpanKind.INTERNAL,
  outgoing: SpanKind.CLIENT,
}

/**
 * Sends spans to a receiver of OTLP over HTTP, in bundles beside the work. One that is away costs nothing but the spans: what
 * waits is bounded, and what does not fit is dropped.
 */
export function openOtlpTracer({
  endpoint,
  serviceName,
}: Readonly<{ endpoint: string; serviceName: string }>): Tracer {
  const manager = new AsyncLocalStorageContextManager().enable()
  context.setGlobalContextManager(manager)
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': programVersion }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({
          url: `${endpoint}/v1/traces`,
          timeoutMillis: LONGEST_SENDING_MS,
        }),
        scheduledDelayMillis: SEND_EVERY_MS,
        exportTimeoutMillis: LONGEST_SENDING_MS,
        maxQueueSize: MOST_WAITING,
      }),
    ],
  })
  const tracer = provider.getTracer('prongsai', programVersion)
  return {
    inSpan: ({ name, kind, facts, parent }, work) => {
      const isPart = kind === 'part' || kind === 'outgoing'
      const within = isPart ? context.active() : parentContext(parent ?? null)
      if (isPart && trace.getSpan(within)?.isRecording() !== true) return work(openSpanOf(null))
      const span = tracer.startSpan(name, { kind: KINDS[kind], ...(facts && { attributes: facts }) }, within)
      return context.with(trace.setSpan(within, span), () => followed(span, work))
    },
    close: async () => {
      let timer: NodeJS.Timeout | undefined
      const tooLong = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LONGEST_SENDING_MS)
      })
      await Promise.race([provider.shutdown().catch(() => {}), tooLong])
      clearTimeout(timer)
      context.disable()
    },
  }
}

async function followed<T>(span: Span, work: (span: OpenSpan) => Promise<T>): Promise<T> {
  try {
    return await work(openSpanOf(span))
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR })
    // Its kind and code; a message quotes what a person wrote.
    const { error: kind, code } = faultFacts(error)
    span.setAttribute('error.type', code ?? kind)
    throw error
  } finally {
    span.end()
  }
}

const openSpanOf = (span: Span | null): OpenSpan => ({
  name: (name) => void span?.updateName(name),
  tell: (facts) => void span?.setAttributes(facts),
  fail: () => void span?.setStatus({ code: SpanStatusCode.ERROR }),
})

/** By W3C Trace Context, version 00; a header that is written otherwise counts as none. */
function parentContext(traceparent: string | null): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return ROOT_CONTEXT
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & 1,
    isRemote: true,
  })
}
