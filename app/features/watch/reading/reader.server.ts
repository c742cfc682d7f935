import path from 'node:path'
import {
  createRenderer,
  type PdfRendererOptions,
} from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import type { BrokenRules, ReadJob, ReadMade, ReadOutcome } from './reading.domain.ts'

type Given = Readonly<{ path: string; saidType: string | null; address: string }>
export type Reader = Readonly<{
  /** 'unreadable' also where it took more time or memory than it may. Never rejects. */
  read: (given: Given) => Promise<ReadOutcome>
  /** Null where it took too long, or the page is too large. Never rejects. */
  accessibility: (given: Given) => Promise<BrokenRules>
  close: () => void
}>
export type ReaderLimits = Pick<PdfRendererOptions, 'timeLimitMs' | 'memoryLimitBytes'>

export const READER_LIMITS: ReaderLimits = { timeLimitMs: 30_000, memoryLimitBytes: 1_000 * 1024 * 1024 }

/** From the sources, also when the program itself is built: what it needs is not bundled. */
const workerFile = () => path.join(projectRoot, 'app/features/watch/reading/reading-worker.ts')

/** Reads files in a process of its own, one after the other. */
export function createReader(limits: ReaderLimits): Reader {
  const processes = createRenderer<ReadJob, ReadMade>(workerFile(), {
    ...limits,
    processes: 1,
    jobsPerProcess: 40,
  })
  return {
    read: async (given) => {
      const made = await processes.render({ kind: 'read', ...given })
      return made.ok && made.value.kind !== 'judged'
        ? made.value
        : { kind: 'unreadable', mediaType: 'application/octet-stream' }
    },
    accessibility: async (given) => {
      const made = await processes.render({ kind: 'accessibility', ...given })
      return made.ok && made.value.kind === 'judged' ? made.value.rules : null
    },
    close: processes.close,
  }
}
