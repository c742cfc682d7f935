import { data, redirect } from 'react-router'
import '../../../ui/walk.css'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView, TextAreaField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { withdrawPublication } from '../../approvals/index.server.ts'
import { APPROVALS_POLICY, approvalsErrorText, statusOf } from '../../approvals/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { PutBeforeMeeting } from '../parts/put-before-meeting.tsx'
import { Cited, VersionList } from '../parts/version-list.tsx'
import { findPublicationPage } from '../publishing/publication-page.queries.server.ts'
import { publicationPageText, versionsText } from '../publishing/text/index.ts'
import { citedResolution, listedVersions } from '../publishing/version-list.server.ts'
import { listBrokenRows } from '../walk/broken-rows.queries.server.ts'
import { BrokenLinks } from '../walk/parts/broken-links.tsx'
import { ProofSteps } from '../walk/parts/proof-steps.tsx'
import { findWalkProof } from '../walk/present-state.server.ts'
import type { Route } from './+types/publication-page'

export async function loader({ context, request, params: { publicationId } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = isUuid(publicationId) ? await findPublicationPage(ctx, publicationId) : null
  if (!page) throw data(null, 404)
  const { publication, versions, files, withdrawing, meetings } = page
  const { withdrawal } = publication
  const { kept } = visitOf(context)
  const status = statusOf(publication, versions)
  return {
    lang,
    id: publication.id,
    fiscalYear: Number(publication.key),
    version: publication.version,
    status,
    proof: await findWalkProof(ctx, publication.id),
    // The newest version alone is looked at every day.
    broken: status === 'published' ? await listBrokenRows(ctx, publication.id) : null,
    contentHash: publication.contentHash,
    publishedOn: thaiDay(publication.publishedAt),
    publishedBy: publication.publishedBy,
    steps: publication.steps.map(citedResolution),
    versions: listedVersions(versions),
    files: files.map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 })),
    withdrawal: withdrawal && {
      day: thaiDay(withdrawal.at),
      by: withdrawal.by,
      reason: withdrawal.reason,
      resolution: citedResolution(withdrawal.resolution),
    },
    withdrawing: withdrawing && citedResolution(withdrawing),
    meetings,
    mayWithdraw: refusalOf(APPROVALS_POLICY, 'publication.withdraw', ctx.actor) === null,
    done: searchParams.get('done'),
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, request, params: { publicationId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const withdrawn = await withdrawPublication(ctx, {
    publicationId,
    reason: String(sent.get('reason') ?? ''),
  })
  if (withdrawn.ok)
    throw redirect(`${addressOf.office(lang, `publications/${publicationId}`)}?done=withdrawn`, 303)
  const { error } = withdrawn
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'publication.unknown') throw data(null, 404)
  const field = error.code.startsWith('resolution.') ? 'reason' : ''
  return data(
    { values: typedValues([...sent]), errors: { [field]: approvalsErrorText(error.code)[lang] } },
    422,
  )
}

const LOOKS = { published: 'done', superseded: 'none', withdrawn: 'late' } as const

export default function PublicationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, fiscalYear, version, status, withdrawal } = loaderData
  const text = publicationPageText(lang)
  return (
    <>
      <title>{text.title(fiscalYear, version)}</title>
      <PageHead
        title={text.title(fiscalYear, version)}
        said={text.lead}
        chip={<Chip state={LOOKS[status]}>{versionsText(lang).states[status]}</Chip>}
        action={
          <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}/report`)}>
            {text.toReport}
          </a>
        }
      />
      <div className="stack wide">
        {!actionData && loaderData.done === 'withdrawn' && withdrawal && (
          <Notice kind="done">{text.withdrawn}</Notice>
        )}
        <ErrorSummary form={actionData ?? EMPTY_FORM} title={text.errorTitle} />
        <Facts page={loaderData} />
        {loaderData.broken && (
          <BrokenLinks lang={lang} fiscalYear={fiscalYear} version={version} rows={loaderData.broken} />
        )}
        <ProofSteps lang={lang} proof={loaderData.proof} />
        <Files page={loaderData} />
        <VersionList lang={lang} fiscalYear={fiscalYear} here={version} versions={loaderData.versions} />
        {!withdrawal && loaderData.mayWithdraw && <Withdrawal page={loaderData} form={actionData ?? null} />}
      </div>
    </>
  )
}

type Page = Readonly<{ page: Route.ComponentProps['loaderData'] }>

function Facts({ page }: Page) {
  const { lang, fiscalYear, version, steps, withdrawal } = page
  const text = publicationPageText(lang)
  const address = addressOf.reportVersion(lang, fiscalYear, version)
  return (
    <section className="stack" aria-labelledby="facts">
      <h2 id="facts">{text.facts}</h2>
      <dl className="facts">
        <dt>{text.address}</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
        <dt>{text.hash}</dt>
        <dd className="hash">{page.contentHash}</dd>
        <dt>{text.verify}</dt>
        <dd>
          <a href={addressOf.verify(lang, page.contentHash)}>{addressOf.verify(lang)}</a>
        </dd>
        <dt>{text.publishedOn}</dt>
        <dd>{formatDay(page.publishedOn, lang)}</dd>
        <dt>{text.publishedBy}</dt>
        <dd>{page.publishedBy}</dd>
        <dt>{text.approvedBy}</dt>
        <dd>
          {steps.length === 0 && text.noChain}
          <ul>
            {steps.map((resolution) => (
              <li key={resolution.id}>
                <a href={addressOf.office(lang, `resolutions/${resolution.id}`)}>
                  <Cited lang={lang} resolution={resolution} />
                </a>
              </li>
            ))}
          </ul>
        </dd>
        {withdrawal && (
          <>
            <dt>{text.withdrawnOn}</dt>
            <dd>{formatDay(withdrawal.day, lang)}</dd>
            <dt>{text.withdrawnBy}</dt>
            <dd>{withdrawal.by}</dd>
            <dt>{text.byResolution}</dt>
            <dd>
              <a href={addressOf.office(lang, `resolutions/${withdrawal.resolution.id}`)}>
                <Cited lang={lang} resolution={withdrawal.resolution} />
              </a>
            </dd>
            <dt>{text.why}</dt>
            <dd>{withdrawal.reason}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Files({ page: { lang, fiscalYear, version, files, withdrawal } }: Page) {
  const text = publicationPageText(lang)
  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">{text.files}</h2>
      <p className="muted small">{files.length === 0 ? text.filesWait : text.filesLead}</p>
      {files.length > 0 && (
        <DataTable
          caption={text.files}
          columns={[
            { label: text.fileColumns.name },
            { label: text.fileColumns.size, look: 'end' },
            { label: text.fileColumns.hash },
          ]}
          rows={files.map(({ fileName, size, sha256 }) => ({
            key: fileName,
            cells: [
              withdrawal ? (
                fileName
              ) : (
                <a key="name" href={addressOf.reportVersionFile(fiscalYear, version, fileName)}>
                  {fileName}
                </a>
              ),
              text.kilobytes(kilobytes(size, lang)),
              <span key="hash" className="hash">
                {sha256}
              </span>,
            ],
          }))}
        />
      )}
    </section>
  )
}

const kilobytes = (size: number, lang: Language) =>
  new Intl.NumberFormat(lang === 'th' ? 'th-TH' : 'en-GB', { maximumFractionDigits: 0 }).format(
    Math.max(1, size / 1000),
  )

/** What withdrawing means, and the next thing to do for it: a meeting first, then the reason. */
function Withdrawal({ page, form }: Page & Readonly<{ form: FormView | null }>) {
  const { lang, id, withdrawing, kept } = page
  const text = publicationPageText(lang)
  return (
    <section className="stack" aria-labelledby="withdrawal">
      <h2 id="withdrawal">{text.withdrawal}</h2>
      <p>{text.withdrawalBody}</p>
      {withdrawing ? (
        <>
          <Notice>
            {text.mayWithdraw} <Cited lang={lang} resolution={withdrawing} />
          </Notice>
          <Confirm label={text.withdraw} isOpen={form !== null || kept !== null}>
            <form method="post" className="form">
              <TextAreaField
                form={form ?? { ...EMPTY_FORM, values: kept ?? {} }}
                name="reason"
                label={text.reason}
                hint={text.reasonHint}
                required
              />
              <button type="submit" className="button danger">
                {text.confirm}
              </button>
            </form>
          </Confirm>
        </>
      ) : (
        <>
          <p>{text.steps}</p>
          <PutBeforeMeeting lang={lang} matter={{ kind: 'withdrawal', key: id }} meetings={page.meetings} />
        </>
      )}
    </section>
  )
}
