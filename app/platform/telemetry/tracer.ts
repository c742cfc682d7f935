/** What is told of a piece of work: never a value of a person, a path, or an identifier. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>

/** A span that is under way. */
export type OpenSpan = Readonly<{
  name: (name: string) => void
  tell: (facts: SpanFacts) => void
  fail: () => void
}>

export type SpanKind = 'request' | 'job' | 'part' | 'outgoing'

export type Tracer = Readonly<{
  /**
   * A part (`part`, `outgoing`) is traced only inside a request or a job that is traced: what the protected channel does is
   * inside none.
   */
  inSpan: <T>(
    span: Readonly<{ name: string; kind: SpanKind; facts?: SpanFacts; parent?: string | null }>,
    work: (span: OpenSpan) => Promise<T>,
  ) => Promise<T>
  /** Sends what waits, for two seconds at most. */
  close: () => Promise<void>
}>
