import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { err, type Result } from '../../kernel/result.ts'
import { childEnvironment } from '../../platform/compile-cache.server.ts'
import type { PdfRendererOptions } from '../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../platform/project-root.server.ts'
import { tracePart } from '../../platform/telemetry/tracing.server.ts'
import { counted } from '../../platform/telemetry/under-way.ts'
import type { RenderError, RenderInput } from './render-report.server.ts'
import type { RenderedFile } from './report.domain.ts'

export type DocumentError = RenderError | Readonly<{ code: 'document.failed'; detail: string }>
type Rendered = Result<readonly RenderedFile[], DocumentError>

/** Makes the files of one format. Never rejects. */
export type RenderDocument = (input: Omit<RenderInput, 'pdf'>) => Promise<Rendered>
export type DocumentMaker = Readonly<{
  render: RenderDocument
  /** Ends the process; what it was making is refused. */
  close: () => void
}>

export type RenderRequest = Readonly<{ number: number; input: Omit<RenderInput, 'pdf'> }>
type RenderAnswer = Readonly<{ number: number; result: Rendered }>

const IDLE_MS = 20_000
/** From the sources, also when the program itself is built: what it needs is not bundled. */
const workerPath = () => path.join(projectRoot, 'app/features/reports/document-worker.ts')

/** A process and what it is making, by the number of the request. */
type Worker = Readonly<{ child: ChildProcess; waiting: Map<number, (result: Rendered) => void> }>

/**
 * Makes documents in a process of their own, started when it is needed and ended when nothing was asked for a while. A
 * process that dies refuses what it was making with `document.failed`; the next request starts another.
 */
export function createDocumentMaker(limits: Partial<PdfRendererOptions>): DocumentMaker {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let numbers = 0

  const end = () => {
    clearTimeout(idle)
    if (worker?.child.connected) worker.child.disconnect()
    worker = null
  }
  const settle = ({ waiting }: Worker, { number, result }: RenderAnswer) => {
    waiting.get(number)?.(result)
    waiting.delete(number)
    if (worker?.waiting !== waiting || waiting.size > 0) return
    clearTimeout(idle)
    idle = setTimeout(end, IDLE_MS).unref()
  }
  const start = (): Worker => {
    const child = fork(workerPath(), [JSON.stringify(limits)], {
      execArgv: [],
      env: childEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const started: Worker = { child, waiting: new Map() }
    // One that was told to end may still be ending when the next is at work: each answers for its own requests alone.
    const lost = (detail: string) => {
      if (worker === started) worker = null
      for (const number of [...started.waiting.keys()])
        settle(started, { number, result: err({ code: 'document.failed', detail }) })
    }
    child.on('message', (answer: RenderAnswer) => settle(started, answer))
    child.on('error', (error) => lost(error.message))
    child.on('exit', (code, signal) => lost(`the process ended (${signal ?? code})`))
    // While idle it keeps nobody alive.
    child.unref()
    child.channel?.unref()
    return started
  }

  const ask = (input: RenderRequest['input']): Promise<Rendered> =>
    new Promise((resolve) => {
      clearTimeout(idle)
      worker ??= start()
      const asked = worker
      numbers += 1
      const number = numbers
      asked.waiting.set(number, resolve)
      asked.child.send({ number, input }, (error) => {
        if (error) settle(asked, { number, result: err({ code: 'document.failed', detail: error.message }) })
      })
    })

  return {
    render: (input) => tracePart('document', {}, () => counted('documentsMade', () => ask(input))),
    close: end,
  }
}
