import { readFile } from 'node:fs/promises'
import { servePdfJobs } from '../../../platform/documents/pdf/serve-pdf-jobs.server.ts'
import { judgeAccessibility } from './judge-accessibility.server.ts'
import { readBytes } from './read-bytes.server.ts'
import type { ReadJob, ReadMade } from './reading.domain.ts'

/**
 * A process of its own for what came from outside: it may be made to take all time and memory there is, and is ended then.
 * It opens no connection.
 */
servePdfJobs<ReadJob, ReadMade>({
  make: async (job) =>
    job.kind === 'read'
      ? readBytes(job)
      : {
          kind: 'judged',
          rules: await judgeAccessibility(await readFile(job.path), job.saidType, job.address),
        },
  tidy: () => undefined,
})
