import { data, redirect } from 'react-router'
import { ownUnits } from '../../../kernel/actor.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import '../../../ui/office-cycles.css'
import { Chip } from '../../../ui/chip.tsx'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { findPublications, findStanding, listPlannedMeetings } from '../../approvals/index.server.ts'
import { APPROVALS_POLICY, newestOf } from '../../approvals/index.ts'
import { IMPROVEMENT_POLICY } from '../../improvement/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { draftFiles } from '../draft-files.domain.ts'
import { gapsByUnit } from '../gaps.domain.ts'
import { workingIssues } from '../html/working-article.server.ts'
import { DraftDownloads } from '../parts/draft-downloads.tsx'
import { FindingList } from '../parts/finding-list.tsx'
import { GapGroups } from '../parts/gap-groups.tsx'
import { Publication, PublishedNotice } from '../parts/publication.tsx'
import { publishingErrorText } from '../publishing/publishing.errors.ts'
import { publishReport } from '../publishing/usecases/publish-report.server.ts'
import { workingReportText } from '../text/working-report.ts'
import { findWorkingReport } from '../working-report.queries.server.ts'
import type { Route } from './+types/working-report-page'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const fiscalYear = buddhistYear(params.year)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const found = fiscalYear === null ? null : await findWorkingReport(ctx, { fiscalYear, lang })
  if (fiscalYear === null || !found) throw data(null, 404)
  if (params.year !== String(fiscalYear))
    throw redirect(addressOf.office(lang, `cycles/${fiscalYear}/report`), 301)
  const { contentHash } = found
  const thing = { kind: 'report', key: String(fiscalYear) } as const
  const [versions, standing, meetings] = await Promise.all([
    findPublications(ctx, thing),
    findStanding(ctx, { ...thing, contentHash }),
    listPlannedMeetings(ctx),
  ])
  const same = versions.find((one) => one.contentHash === contentHash && one.withdrawal === null)
  const { verdict, gaps, findings, cycle, working } = found
  return {
    lang,
    fiscalYear,
    item: cycle.answers,
    score: verdict?.score ?? null,
    elements: verdict?.elements.length ?? 0,
    missing: gaps.length,
    groups: gapsByUnit(gaps),
    findings: findings.map((finding) => ({
      ...finding,
      to: finding.part ?? placeOf(working, finding.place),
    })),
    issues: workingIssues(found, lang),
    files: draftFiles(fiscalYear),
    newest: newestOf(versions)?.version ?? null,
    same: same ? { id: same.id, version: same.version } : null,
    standing,
    meetings,
    mayPlace: refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor) === null,
    contentHash,
    counts: {
      issues: cycle.issues.length,
      measures: cycle.issues.flatMap(({ measures }) => measures).length,
    },
    done: searchParams.get('done'),
    ownUnits: ownUnits(ctx.actor),
    mayPublish: refusalOf(IMPROVEMENT_POLICY, 'cycle.publish', ctx.actor) === null,
    mayChangeData: refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor) === null,
    mayChange: refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor) === null,
  }
}

type Working = NonNullable<Awaited<ReturnType<typeof findWorkingReport>>>['working']

/** The page of the office where a place of the report is worked on; null for the report as a whole. */
function placeOf(working: Working, place: { issue: number | null; measure: number | null }): string | null {
  const issue = working.issues.find(({ number }) => number === place.issue)
  const measure = issue?.measures.find(({ number }) => number === place.measure)
  if (measure) return `measures/${measure.id}`
  return issue ? `issues/${issue.id}` : null
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const fiscalYear = buddhistYear(params.year)
  if (fiscalYear === null) throw data(null, 404)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const published = await publishReport(ctx, {
    fiscalYear,
    seenHash: String(sent.get('seenHash') ?? ''),
    allowsLess: sent.get('allowsLess') === 'on',
  })
  if (published.ok)
    throw redirect(`${addressOf.office(lang, `cycles/${fiscalYear}/report`)}?done=published`, 303)
  const { error } = published
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'year.not-open') throw data(null, 404)
  const field = error.code === 'publish.below-hundred' ? 'allowsLess' : ''
  return data(
    { values: typedValues([...sent]), errors: { [field]: publishingErrorText(error.code)[lang] } },
    422,
  )
}

export default function WorkingReportScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, fiscalYear, item, score, missing, elements, issues } = loaderData
  const text = workingReportText(lang)
  const look = score === null ? 'none' : score === 100 ? 'done' : 'late'
  const [code, year] = [codeOf(item), yearOf(item)]
  return (
    <>
      <title>{text.title(fiscalYear)}</title>
      <PageHead
        title={text.title(fiscalYear)}
        said={text.lead}
        chip={<Chip state={look}>{score === null ? text.noRule : text.score(score)}</Chip>}
        action={
          <>
            <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}`)}>
              {text.toOverview}
            </a>
            {loaderData.mayChangeData && (
              <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}/report-data`)}>
                {text.toData}
              </a>
            )}
          </>
        }
      />
      <div className="stack wide">
        {!actionData && loaderData.done === 'published' && loaderData.same && (
          <PublishedNotice
            lang={lang}
            fiscalYear={fiscalYear}
            version={loaderData.same.version}
            contentHash={loaderData.contentHash}
          />
        )}
        <ErrorSummary form={actionData ?? EMPTY_FORM} title={text.errorTitle} />
        <section className="stack" aria-labelledby="verdict">
          <h2 id="verdict">{text.verdict}</h2>
          <Notice kind={score === 100 ? 'done' : score === 0 ? 'late' : 'plain'}>
            {score === null && text.noRuleBody(code, year)}
            {score === 100 && text.whole(code, year, elements)}
            {score === 0 && text.notWhole(code, year, missing, elements)}
          </Notice>
          <GapGroups
            lang={lang}
            fiscalYear={fiscalYear}
            groups={loaderData.groups}
            mayChange={loaderData.mayChange}
            ownUnits={loaderData.ownUnits}
          />
        </section>
        <Publication
          lang={lang}
          fiscalYear={fiscalYear}
          item={item}
          score={score}
          contentHash={loaderData.contentHash}
          counts={loaderData.counts}
          newest={loaderData.newest}
          same={loaderData.same}
          standing={loaderData.standing}
          meetings={loaderData.meetings}
          mayPlace={loaderData.mayPlace}
          mayPublish={loaderData.mayPublish}
          form={actionData ?? null}
        />
        <FindingList lang={lang} findings={loaderData.findings} />
        <section className="stack" aria-labelledby="preview">
          <h2 id="preview">{text.preview}</h2>
          {issues.length === 0 && (
            <div className="empty">
              <p>{text.noIssues}</p>
              {loaderData.mayChange && (
                <p className="actions">
                  <a
                    className="button primary"
                    href={addressOf.office(lang, `cycles/${fiscalYear}/issues/add`)}
                  >
                    <Icon name="add" />
                    {text.addIssue}
                  </a>
                </p>
              )}
            </div>
          )}
          {issues.map((issue) => (
            <details key={issue.id} className="report-preview">
              <summary>{issue.heading}</summary>
              {/* Made by the report's own renderer, which escapes every value. */}
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our renderer */}
              <div dangerouslySetInnerHTML={{ __html: issue.markup }} />
            </details>
          ))}
        </section>
        <DraftDownloads lang={lang} fiscalYear={fiscalYear} files={loaderData.files} />
      </div>
    </>
  )
}
