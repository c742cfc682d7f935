import path from 'node:path'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { removeUnfinished } from '../../../platform/files/disk-store.server.ts'
import { filesFolder, openStore } from '../../../platform/files/open-store.server.ts'
import type { S3Settings } from '../../../platform/files/s3-store.server.ts'
import { createClamav } from '../../../platform/scan/clamav.server.ts'
import type { EvidenceFiles } from './evidence-files.server.ts'
import { createOpenings } from './openings.ts'
import { createScanning, type ScanWaiting } from './scanning.server.ts'
import { sweepUploads } from './sweeping.server.ts'
import { MEGABYTE } from './upload.domain.ts'
import { createUploads, type Uploads } from './uploads.server.ts'

type StoringSettings = Readonly<{
  /** Absolute. */
  dataDir: string
  /** The most that one file may have, in megabytes. */
  mostMb: number
  /** The most that all files of an agency may have that has no quota of its own, in megabytes; null: no limit. */
  quotaMb: number | null
  /** Null: files lie under `dataDir`. */
  s3: S3Settings | null
  /** Where ClamAV is; null: nothing is scanned. */
  clamav: string | null
}>

type Surroundings = Pick<EvidenceFiles, 'log'> &
  Readonly<{
    /** Every agency, with the program itself as who acts. */
    agencies: () => readonly Ctx[]
    /** Told of every file that was stored, where there is a scanner: it is looked through soon. */
    stored: () => void
  }>

/** Everything about files of evidence that runs beside the requests. */
export type EvidenceStoring = Readonly<{
  files: EvidenceFiles
  uploads: Uploads
  /** Null: there is no scanner. */
  scanWaiting: ScanWaiting | null
  /** Sweeps this machine's folder of files on their way in, at once and then once a day, until `stop`. */
  start: () => void
  stop: () => Promise<void>
}>

const A_DAY_MS = 24 * 60 * 60_000

/** Opens the store of files and takes uploads. */
export function openStoring(
  { dataDir, mostMb, quotaMb, s3, clamav }: StoringSettings,
  { log, agencies, stored }: Surroundings,
): EvidenceStoring {
  const store = openStore({ dataDir, s3 })
  const scanWaiting = clamav
    ? createScanning({ files: { store, log }, scan: createClamav(clamav), agencies })
    : null
  const files: EvidenceFiles = {
    store,
    folder: path.join(dataDir, 'uploads'),
    mostBytes: mostMb * MEGABYTE,
    defaultQuota: quotaMb === null ? null : quotaMb * MEGABYTE,
    isScanning: scanWaiting !== null,
    stored: scanWaiting ? stored : () => {},
    openings: createOpenings(),
    log,
  }
  const sweep = async () => {
    const now = new Date()
    await sweepUploads(files, { agencies: agencies(), now })
    await removeUnfinished(filesFolder(dataDir), new Date(now.getTime() - A_DAY_MS))
  }
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()
  const sweepDaily = () => {
    sweeping = sweep().catch((error) => log.error({ err: error }, 'uploads-not-swept'))
    timer = setTimeout(sweepDaily, A_DAY_MS)
    timer.unref()
  }
  return {
    files,
    uploads: createUploads(files),
    scanWaiting,
    start: sweepDaily,
    stop: async () => {
      clearTimeout(timer)
      await sweeping
    },
  }
}
