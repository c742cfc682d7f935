import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { err, type Result } from '../../kernel/result.ts'
import { childEnvironment } from '../../platform/compile-cache.server.ts'
import { projectRoot } from '../../platform/project-root.server.ts'
import type { PdfRendererOptions } from './pdf/pdf-renderer.server.ts'
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

/**
 * Makes documents in a process of their own, started when it is needed and ended when nothing was asked for a while. A
 * process that dies refuses what it was making with `document.failed`; the next request starts another.
 */
export function createDocumentMaker(limits: Partial<PdfRendererOptions>): DocumentMaker {
  const waiting = new Map<number, (result: Rendered) => void>()
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let numbers = 0

  const end = () => {
    clearTimeout(idle)
    if (child?.connected) child.disconnect()
    child = null
  }
  const settle = ({ number, result }: RenderAnswer) => {
    waiting.get(number)?.(result)
    waiting.delete(number)
    if (waiting.size === 0) idle = setTimeout(end, IDLE_MS).unref()
  }
  const start = (): ChildProcess => {
    const started = fork(workerPath(), [JSON.stringify(limits)], {
      execArgv: [],
      env: childEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.on('message', settle)
    const lost = (detail: string) => {
      if (child === started) child = null
      for (const number of [...waiting.keys()])
        settle({ number, result: err({ code: 'document.failed', detail }) })
    }
    started.on('error', (error) => lost(error.message))
    started.on('exit', (code, signal) => lost(`the process ended (${signal ?? code})`))
    // While idle it keeps nobody alive.
    started.unref()
    started.channel?.unref()
    return started
  }

  return {
    render: (input) =>
      new Promise((resolve) => {
        clearTimeout(idle)
        child ??= start()
        numbers += 1
        const number = numbers
        waiting.set(number, resolve)
        child.send({ number, input }, (error) => {
          if (error) settle({ number, result: err({ code: 'document.failed', detail: error.message }) })
        })
      }),
    close: end,
  }
}
