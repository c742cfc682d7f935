import type { Language } from '../../../i18n/language.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import type { JobFacts } from '../facts/operation-facts.domain.ts'
import { jobName, operationPageText } from '../text/index.ts'
import { Instant } from './instant.tsx'

const A_MINUTE_MS = 60_000

/** What the program does by itself: how it stands, when it last succeeded, when it comes next. */
export function JobTable({ lang, jobs, now }: { lang: Language; jobs: readonly JobFacts[]; now: Date }) {
  const { jobs: text } = operationPageText(lang)
  if (jobs.length === 0) return <p className="muted">{text.none}</p>
  const failed = jobs.filter(({ fault }) => fault !== null).length
  return (
    <details className="fold" open={failed > 0}>
      <summary>{failed > 0 ? text.someFailed(failed, jobs.length) : text.allWell(jobs.length)}</summary>
      <DataTable
        caption={text.title}
        columns={[{ label: text.job }, { label: text.state }, { label: text.last }, { label: text.next }]}
        rows={jobs.map((job) => ({
          key: job.name,
          cells: [
            jobName(lang, job.name),
            <JobState key="state" lang={lang} job={job} />,
            job.succeededAt === null ? (
              text.never
            ) : (
              <Instant key="last" lang={lang} at={job.succeededAt} now={now} />
            ),
            nextOf(job, { lang, now }),
          ],
        }))}
      />
    </details>
  )
}

function nextOf(
  { isRunning, fault, nextAt, everyMs }: JobFacts,
  { lang, now }: { lang: Language; now: Date },
) {
  const { jobs: text } = operationPageText(lang)
  if (isRunning) return text.now
  if (fault !== null) return text.again
  if (everyMs <= A_MINUTE_MS || nextAt === null || nextAt <= now) return text.soon
  return <Instant key="next" lang={lang} at={nextAt} now={now} />
}

function JobState({ lang, job }: { lang: Language; job: JobFacts }) {
  const { jobs: text } = operationPageText(lang)
  if (job.fault !== null)
    return (
      <Chip state="returned" icon="warning">
        {text.failed(job.fault)}
      </Chip>
    )
  return job.isRunning ? <Chip state="working">{text.running}</Chip> : <Chip state="done">{text.well}</Chip>
}
