import path from 'node:path'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import { createS3Store, type S3Settings } from '../../../platform/files/s3-store.server.ts'
import type { EvidenceFiles } from './evidence-files.server.ts'
import { createOpenings } from './openings.ts'
import { MEGABYTE } from './upload.domain.ts'
import { createUploads, type Uploads } from './uploads.server.ts'

type StoringSettings = Readonly<{
  /** Absolute. */
  dataDir: string
  /** The most that one file may have, in megabytes. */
  mostMb: number
  /** Null: files lie under `dataDir`. */
  s3: S3Settings | null
  /** Where ClamAV is; null: nothing is scanned. */
  clamav: string | null
}>

/** Everything about files of evidence that runs beside the requests. */
export type EvidenceStoring = Readonly<{ files: EvidenceFiles; uploads: Uploads }>

/** Opens the store of files and takes uploads. */
export function openStoring(
  { dataDir, mostMb, s3, clamav }: StoringSettings,
  { log }: Pick<EvidenceFiles, 'log'>,
): EvidenceStoring {
  const files: EvidenceFiles = {
    store: s3 ? createS3Store(s3) : createDiskStore(path.join(dataDir, 'files')),
    folder: path.join(dataDir, 'uploads'),
    mostBytes: mostMb * MEGABYTE,
    isScanning: clamav !== null,
    stored: () => {},
    openings: createOpenings(),
    log,
  }
  return { files, uploads: createUploads(files) }
}
