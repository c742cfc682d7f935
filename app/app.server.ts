import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { addBackgroundJobs } from './background.server.ts'
import {
  createMeetingDocuments,
  type MatterSources,
  type MeetingDocuments,
  ownMatters,
} from './features/approvals/index.server.ts'
import {
  type DeskTools,
  deskDatasets,
  deskPages,
  open311Api,
  openDesk,
} from './features/desk/index.server.ts'
import {
  disclosureApi,
  disclosureDatasets,
  disclosureMatters,
  disclosurePages,
  disclosureTargets,
} from './features/disclosure/index.server.ts'
import { type EvidenceStoring, openStoring } from './features/evidence/index.server.ts'
import {
  type ApiPart,
  createOpenData,
  type DatasetSource,
  dataApi,
  type OpenData,
  openDataPages,
} from './features/opendata/index.server.ts'
import { checkCertificate, type OperationTools } from './features/operation/index.server.ts'
import { createSignInTools, openAgencyDirectory, type SignInTools } from './features/people/index.server.ts'
import {
  openProtectedChannel,
  type ProtectedChannel,
  protectedDatasets,
  protectedPages,
} from './features/protected/index.server.ts'
import {
  createDocumentMaker,
  createMeasuresDocuments,
  type DocumentMaking,
  makeMissingFiles,
  reportMatters,
  reportPages,
  reportsApi,
  reportsDatasets,
} from './features/reports/index.server.ts'
import {
  createPosterMaker,
  findProfile,
  type PosterMaker,
  rememberPages,
  siteDatasets,
  sitePageMatters,
  sitePages,
} from './features/site/index.server.ts'
import { openWatchTools, type WatchTargets, type WatchTools } from './features/watch/index.server.ts'
import type { Actor } from './kernel/actor.ts'
import { flushRefusals } from './platform/audit/refusals.server.ts'
import type { Config } from './platform/config/config.server.ts'
import type { ProgramCtx } from './platform/ctx.server.ts'
import { openDatabase, openLogin } from './platform/db/database.server.ts'
import { newestMigration } from './platform/db/migrate.server.ts'
import type { WhileAnswering } from './platform/db/pulse.server.ts'
import { openReplica } from './platform/db/replica.server.ts'
import { createJobs } from './platform/jobs/create-jobs.server.ts'
import { enterCopy } from './platform/jobs/program-copy.server.ts'
import { log } from './platform/log/log.server.ts'
import { createMailSender } from './platform/mail/mail-sender.server.ts'
import { programVersion } from './platform/program-version.server.ts'
import { createSeal, secretKey } from './platform/secrets/seal.server.ts'
import { siteAt, upTo } from './served-site.server.ts'
import { addressOf } from './web/addresses.ts'
import type { App } from './web/app.server.ts'
import { publicOrigin } from './web/public-origin.ts'
import type { PublicPagesSource } from './web/public-page.ts'

export type RunningApp = Readonly<{
  /** The site of the agency that answers under a `Host` header. */
  at: (host: string | undefined) => App
  /** The same, read from the replica; null where there is none that may be used now. */
  atReplica: (host: string | undefined) => App | null
  /** It answered with an error, which the primary did not. */
  distrustReplica: () => void
  /** Which agency that is, for the memory of pages; one name for all hosts where none is known. */
  siteOf: (host: string | undefined) => string
  /** Whether agencies are known, and none by that host name. */
  isNobodys: (host: string | undefined) => boolean
  /** Its code, for the log; null where none answers. */
  codeOf: (host: string | undefined) => string | null
  ctx: ProgramCtx
  signIn: SignInTools
  documents: DocumentMaking
  meetingDocuments: MeetingDocuments
  /** What each room knows of its things that go before meetings. */
  matters: MatterSources
  evidence: EvidenceStoring
  desk: DeskTools
  /** The tools of the sealed room, for its own screens. */
  protectedChannel: ProtectedChannel
  /** Every register that the rooms keep in public. */
  openData: OpenData
  /** How the rooms describe the public interface. */
  apiParts: readonly ApiPart[]
  /** Posters with the QR code of a page. */
  posters: PosterMaker
  /** Every page that anybody may read. */
  publicPages: PublicPagesSource
  /** How the program was set up, for the page of who administers. */
  operation: OperationTools
  /** Every address that an assessor may open. */
  watchTargets: WatchTargets
  /** What opens these addresses. */
  watchTools: WatchTools
  /** Connections to the database, for counting them. */
  pool: Readonly<{ totalCount: number; idleCount: number; waitingCount: number }>
  /** Gives a piece of work up once the database no longer answers. */
  whileAnswering: WhileAnswering
  /** Makes the documents of published reports that have none yet, before anybody asks for them. */
  warmUp: () => void
  /** Reads anew which agencies there are. */
  refresh: () => Promise<void>
  close: () => Promise<void>
}>

const VISITOR: Actor = { kind: 'system', name: 'public-site' }
const FILE_KEEPER: Actor = { kind: 'system', name: 'file-keeper' }
const MEGABYTE = 1024 * 1024
/** Of one file that comes with a matter for the desk, in bytes: anybody may send some. */
const MOST_OF_MATTERS = 25 * MEGABYTE
const LONGEST_FAREWELL_MS = 3_000

/**
 * Opens everything the rooms need. `onPublished` is called whenever what the public may see has changed. While the
 * database is away, `agency` throws the answer 503: every screen asks it first.
 */
export async function openApp(config: Config, events: { onPublished: () => void }): Promise<RunningApp> {
  const database = await openDatabase(config, { log: (message) => log.warn(message) })
  const ctx: ProgramCtx = { db: database.db, actor: VISITOR, now: () => new Date() }
  const directory = await openAgencyDirectory(database.db, config.agencyCode, config.origin)
  const copyId = randomUUID()
  const jobs = createJobs({ db: database.db, now: ctx.now, copyId, log })
  const signIn = createSignInTools({ pool: database.pool, seal: createSeal(secretKey(config)) })
  const evidence = openStoring(
    { dataDir: config.dataDir, ...config.files },
    {
      log,
      agencies: () => directory.list().map((agency) => ({ ...ctx, actor: FILE_KEEPER, agency })),
      stored: () => jobs.wake('file-scan'),
    },
  )
  const originOf = (agencyId: string): string => {
    const hostName = directory.list().find(({ id }) => id === agencyId)?.hostName ?? null
    return publicOrigin({ origin: config.origin, hostName, host: undefined })
  }
  const desk = openDesk({
    pool: database.pool,
    seal: createSeal(secretKey(config)),
    dataDir: config.dataDir,
    store: evidence.files.store,
    mostBytes: Math.min(MOST_OF_MATTERS, evidence.files.mostBytes),
    isScanning: evidence.files.isScanning,
    stored: evidence.files.stored,
    followUpAddress: ({ id }, lang) => originOf(id) + addressOf.complaint(lang, 'follow'),
    log,
  })
  const { databaseUrl: sealedUrl } = config.protectedChannel
  const sealedLogin =
    sealedUrl === null
      ? null
      : openLogin(sealedUrl, { max: config.databasePool, log: (message) => log.warn(message) })
  const protectedChannel = openProtectedChannel(config, { db: sealedLogin?.db ?? database.db, now: ctx.now })
  const datasets = [...DATASETS, ...protectedDatasets(protectedChannel)]
  const remembered = rememberPages(readPagesOf(datasets))
  const openData = createOpenData({
    sources: datasets,
    licenseOf: async (asking) => (await findProfile(asking)).license,
    log,
  })
  const documents = openDocuments(config, {
    store: evidence.files.store,
    originOf,
    onMade: events.onPublished,
  })
  const meetingDocuments = createMeetingDocuments({ ...pdfLimits(config), processes: 1 })
  const posters = createPosterMaker({ ...pdfLimits(config), processes: 1 })
  const measures = createMeasuresDocuments({ ...pdfLimits(config), processes: 1 })
  const { replicaUrl } = config.databases
  const replica =
    replicaUrl === null
      ? null
      : openReplica({ url: replicaUrl, primary: database.pool, max: config.databasePool, log })
  const isMailOn = config.mail !== null
  const at = (host: string | undefined) => siteAt({ ctx, directory, origin: config.origin, isMailOn }, host)
  const atReplica = (host: string | undefined) => {
    const db = replica?.db() ?? null
    return db && siteAt({ ctx: { ...ctx, db }, directory, origin: config.origin, isMailOn }, host)
  }

  const watchTools = openWatchTools({
    store: evidence.files.store,
    log,
    folder: path.join(config.dataDir, 'watch'),
    now: ctx.now,
    pdf: pdfLimits(config),
  })

  const makeDocuments = async () => {
    for (const agency of directory.list()) await makeMissingFiles({ ...ctx, agency }, documents.making)
  }
  const warmUp = () => void makeDocuments().catch((error) => log.error({ err: error }, 'documents-not-made'))
  const close = async () => {
    documents.close()
    meetingDocuments.close()
    measures.close()
    watchTools.close()
    posters.close()
    signIn.limits.close()
    desk.limits.close()
    await replica?.close()
    await sealedLogin?.close()
    await database.close()
  }
  const heard = () => {
    // First of all: what is made from now on must not be made of what was.
    replica?.catchUp()
    // Pages are forgotten after the list is read: a host name that moved must not be kept under its old agency.
    void directory
      .refresh()
      .catch((error) => log.error({ err: error }, 'agencies-not-read'))
      .finally(() => {
        remembered.forget()
        openData.forget()
        events.onPublished()
        warmUp()
      })
  }
  const mail = createMailSender({ database, settings: config.mail, log })
  const [stopListening, copy] = await Promise.all([
    database.listen('published', heard),
    enterCopy({ db: database.db, copyId, log }, { version: programVersion, schemaNumber: newestMigration() }),
    mail.start(),
  ]).catch(async (error) => {
    await close()
    throw error
  })
  const operation = operationTools(config, { ctx, copyId, databaseKind: database.kind })
  addBackgroundJobs(jobs, {
    config,
    ctx,
    directory,
    originOf,
    desk,
    evidence,
    channel: protectedChannel,
    watchTools,
    operation,
  })
  jobs.start()
  evidence.start()
  return {
    at,
    atReplica,
    distrustReplica: () => replica?.distrust(),
    siteOf: (host) => directory.find(host)?.id ?? '',
    isNobodys: (host) => directory.find(host) === null && !directory.isEmpty(),
    codeOf: (host) => directory.find(host)?.code ?? null,
    ctx,
    signIn,
    documents: documents.making,
    meetingDocuments,
    matters: {
      ...ownMatters(evidence.files),
      ...reportMatters({ render: documents.making.render, measures }),
      ...disclosureMatters(),
      ...sitePageMatters(),
    },
    evidence,
    desk,
    protectedChannel,
    openData,
    apiParts: API_PARTS,
    posters,
    publicPages: remembered.pages,
    operation,
    watchTargets: disclosureTargets,
    watchTools,
    pool: database.pool,
    whileAnswering: database.whileAnswering,
    warmUp,
    refresh: directory.refresh,
    close: async () => {
      await stopListening()
      // A letter that is on its way is waited for; one that takes longer goes out again, known by its Message-ID.
      await Promise.all([
        jobs.stop(),
        upTo(LONGEST_FAREWELL_MS, copy.leave(), 'copy-not-removed'),
        upTo(LONGEST_FAREWELL_MS, evidence.stop(), 'sweep-cut-off'),
        upTo(LONGEST_FAREWELL_MS, mail.stop(), 'mail-cut-off'),
        upTo(LONGEST_FAREWELL_MS, flushRefusals(database.db), 'refusals-not-written'),
      ])
      await close()
    },
  }
}

function openDocuments(
  config: Config,
  kept: Pick<DocumentMaking, 'store' | 'originOf' | 'onMade'>,
): { making: DocumentMaking; close: () => void } {
  const maker = createDocumentMaker(pdfLimits(config))
  const making = {
    ...kept,
    folder: path.join(config.dataDir, 'files'),
    madeWith: programVersion,
    render: maker.render,
  }
  return { making, close: maker.close }
}

const operationTools = (
  { dataDir, origin, mail, files, backup, trustedProxies }: Config,
  {
    ctx,
    copyId,
    databaseKind,
  }: Readonly<{ ctx: ProgramCtx; copyId: string; databaseKind: 'own' | 'server' }>,
): OperationTools => ({
  db: ctx.db,
  now: ctx.now,
  copyId,
  log,
  programVersion,
  schemaNumber: newestMigration(),
  databaseKind,
  dataDir,
  isMailOn: mail !== null,
  isInS3: files.s3 !== null,
  defaultQuota: files.quotaMb === null ? null : files.quotaMb * MEGABYTE,
  backup: { isScheduled: backup.directory !== null, hasRecipient: backup.recipient !== null },
  settings: { hasScanner: files.clamav !== null, trustedProxies, origin, mostUploadMb: files.mostMb },
  checkCertificate: () => checkCertificate({ origin }),
})

const pdfLimits = ({ pdf }: Config) => ({
  processes: pdf.workers,
  timeLimitMs: pdf.timeoutSeconds * 1000,
  memoryLimitBytes: pdf.memoryMb * MEGABYTE,
})

const API_PARTS: readonly ApiPart[] = [reportsApi, disclosureApi, dataApi, open311Api]

const DATASETS = [...disclosureDatasets, ...reportsDatasets, ...siteDatasets, ...deskDatasets]

const PAGES: readonly PublicPagesSource[] = [
  sitePages,
  deskPages,
  protectedPages,
  disclosurePages,
  reportPages,
]

const readPagesOf =
  (datasets: readonly DatasetSource[]): PublicPagesSource =>
  async (ctx) =>
    (await Promise.all([...PAGES, openDataPages(datasets)].map((pages) => pages(ctx)))).flat()
