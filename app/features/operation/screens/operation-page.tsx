import { redirect } from 'react-router'
import '../../../ui/office-operation.css'
import { refusalOf } from '../../../kernel/permission.ts'
import { JOB_LEASE_MS } from '../../../platform/jobs/jobs.table.ts'
import { runJob } from '../../../platform/jobs/run-job.server.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { readOperationFacts } from '../facts/operation-facts.server.ts'
import { operationFindings } from '../findings/operation-findings.domain.ts'
import { OPERATION_POLICY } from '../operation.policy.ts'
import { operationContext } from '../operation-tools.server.ts'
import { FindingList } from '../parts/finding-list.tsx'
import { JobTable } from '../parts/job-table.tsx'
import { ProgramSection } from '../parts/program-section.tsx'
import { MailSection, SettingsSection, StorageSection } from '../parts/resource-sections.tsx'
import { BackupSection, CertificateSection } from '../parts/safety-sections.tsx'
import { operationPageText } from '../text/index.ts'
import type { Route } from './+types/operation-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(OPERATION_POLICY, 'operation.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const facts = await readOperationFacts(ctx, context.get(operationContext))
  return {
    lang: languageOf(pathname),
    done: searchParams.get('done'),
    facts,
    findings: operationFindings(facts),
  }
}

/** Looks at the certificate now; whoever may see what it is may look. */
export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(OPERATION_POLICY, 'operation.read', ctx.actor)
  if (refusal) throw await permissionRefused(ctx, refusal)
  const { checkCertificate, ...given } = context.get(operationContext)
  const outcome = await runJob(given, { name: 'certificate', leaseMs: JOB_LEASE_MS }, checkCertificate)
  const here = addressOf.office(languageOf(new URL(request.url).pathname), 'operation')
  throw redirect(`${here}?done=${outcome === 'held' ? 'busy' : 'checked'}`, 303)
}

export default function OperationPage({ loaderData }: Route.ComponentProps) {
  const { lang, done, facts, findings } = loaderData
  const text = operationPageText(lang)
  const worst = findings[0]?.severity
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.said}
        chip={
          <Chip state={worst ?? 'done'} icon={worst === 'returned' ? 'warning' : (worst ?? 'done')}>
            {worst ? text.needs(findings.length) : text.well}
          </Chip>
        }
      />
      <div className="stack wide">
        {done === 'checked' && <Notice kind="done">{text.checked}</Notice>}
        {done === 'busy' && <Notice kind="warning">{text.busy}</Notice>}
        <FindingList lang={lang} findings={findings} />
        <div className="operation-sections">
          <BackupSection lang={lang} facts={facts} />
          <CertificateSection lang={lang} facts={facts} />
          <StorageSection lang={lang} facts={facts} />
          <MailSection lang={lang} facts={facts} />
        </div>
        <section className="stack" aria-labelledby="jobs">
          <h2 id="jobs">{text.jobs.title}</h2>
          <p className="muted">{text.jobs.said}</p>
          <JobTable lang={lang} jobs={facts.jobs} now={facts.now} />
        </section>
        <ProgramSection lang={lang} facts={facts} />
        <SettingsSection lang={lang} facts={facts} />
      </div>
    </>
  )
}
