import type { Ctx } from '../../../platform/ctx.server.ts'
import { addressOf } from '../../../web/addresses.ts'
import { findPublicationFiles } from '../../approvals/index.server.ts'
import { type NamedResolution, type Publication, statusOf } from '../../approvals/index.ts'
import type { DatasetSource } from '../../opendata/index.server.ts'
import type { DatasetRow } from '../../opendata/index.ts'
import { always, keywordsOf, sometimes, wordsOf } from './column.ts'
import { reportsChangedAt, reportVersions } from './published-cycles.server.ts'

const COMMON = {
  updates: 'irregular',
  dataType: 'record',
  changedAt: reportsChangedAt,
  page: (lang: 'th' | 'en') => addressOf.verify(lang),
} as const

const yearOfReport = ({ key }: Publication): number => Number(key)

const publications: DatasetSource = {
  ...COMMON,
  ...wordsOf('publications'),
  key: 'report-publications',
  keywords: keywordsOf('ita', 'reports', 'transparency'),
  fields: [
    always('fiscal_year', 'year'),
    always('version', 'integer'),
    always('status'),
    always('content_hash'),
    always('published_at', 'datetime'),
    sometimes('withdrawn_at', 'datetime'),
    sometimes('withdrawn_reason'),
    always('address'),
  ],
  primaryKey: ['fiscal_year', 'version'],
  rows: async (ctx) => {
    const versions = await reportVersions(ctx)
    const byYear = Map.groupBy(versions, yearOfReport)
    return versions.map((publication) => ({
      fiscal_year: yearOfReport(publication),
      version: publication.version,
      status: statusOf(publication, byYear.get(yearOfReport(publication)) ?? []),
      content_hash: publication.contentHash,
      published_at: publication.publishedAt.toISOString(),
      withdrawn_at: publication.withdrawal?.at.toISOString() ?? null,
      withdrawn_reason: publication.withdrawal?.reason ?? null,
      address: addressOf.reportVersion('th', yearOfReport(publication), publication.version),
    }))
  },
}

const files: DatasetSource = {
  ...COMMON,
  ...wordsOf('files'),
  key: 'report-files',
  keywords: keywordsOf('ita', 'reports'),
  fields: [
    always('fiscal_year', 'year'),
    always('version', 'integer'),
    always('format'),
    always('file_name'),
    always('media_type'),
    always('size_bytes', 'integer'),
    always('sha256'),
    always('address'),
  ],
  primaryKey: ['fiscal_year', 'version', 'file_name'],
  rows: async (ctx) => {
    const standing = (await reportVersions(ctx)).filter(({ withdrawal }) => withdrawal === null)
    return (await Promise.all(standing.map((publication) => fileRows(ctx, publication)))).flat()
  },
}

const fileRows = async (ctx: Ctx, publication: Publication): Promise<readonly DatasetRow[]> =>
  (await findPublicationFiles(ctx, publication.id)).map((file) => ({
    fiscal_year: yearOfReport(publication),
    version: publication.version,
    format: file.format,
    file_name: file.fileName,
    media_type: file.mediaType,
    size_bytes: file.size,
    sha256: file.sha256,
    address: addressOf.reportVersionFile(yearOfReport(publication), publication.version, file.fileName),
  }))

const resolutions: DatasetSource = {
  ...COMMON,
  ...wordsOf('resolutions'),
  key: 'report-resolutions',
  keywords: keywordsOf('ita', 'resolutions', 'reports'),
  fields: [
    always('fiscal_year', 'year'),
    always('version', 'integer'),
    always('purpose'),
    always('step', 'integer'),
    always('body'),
    always('meeting_number'),
    always('form'),
    always('decided_on', 'date'),
    always('decision'),
    always('wording'),
    always('recorded_at', 'datetime'),
    always('is_withdrawn', 'boolean'),
    always('address'),
  ],
  primaryKey: ['fiscal_year', 'version', 'purpose', 'step'],
  rows: async (ctx) =>
    (await reportVersions(ctx)).flatMap((publication) => [
      ...publication.steps.map((resolution, at) =>
        resolutionRow(publication, resolution, { purpose: 'publication', step: at + 1 }),
      ),
      ...(publication.withdrawal
        ? [resolutionRow(publication, publication.withdrawal.resolution, { purpose: 'withdrawal', step: 1 })]
        : []),
    ]),
}

const resolutionRow = (
  publication: Publication,
  resolution: NamedResolution,
  { purpose, step }: Readonly<{ purpose: 'publication' | 'withdrawal'; step: number }>,
): DatasetRow => ({
  fiscal_year: yearOfReport(publication),
  version: publication.version,
  purpose,
  step,
  body: resolution.bodyName,
  meeting_number: resolution.meetingNumber,
  form: resolution.form,
  decided_on: resolution.decidedOn,
  decision: resolution.decision,
  wording: resolution.wording,
  recorded_at: resolution.recordedAt.toISOString(),
  is_withdrawn: resolution.isWithdrawn,
  address: addressOf.reportVersion('th', yearOfReport(publication), publication.version),
})

/** What was published, when and by which resolutions. */
export const publicationRegisters: readonly DatasetSource[] = [publications, files, resolutions]
