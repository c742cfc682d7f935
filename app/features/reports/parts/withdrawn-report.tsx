import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { versionsText } from '../publishing/text/index.ts'
import type { CitedResolution, ListedVersion } from '../publishing/version-list.server.ts'
import { reportPageText } from '../text/report-page.ts'
import { Cited, VersionList } from './version-list.tsx'

type WithdrawnReportProps = Readonly<{
  lang: Language
  fiscalYear: number
  version: number
  versions: readonly ListedVersion[]
  withdrawal: Readonly<{ day: string; reason: string; resolution: CitedResolution }>
}>

/** In place of a version that was withdrawn: when, by which resolution, why, and what stands instead. */
export function WithdrawnReport({ lang, fiscalYear, version, versions, withdrawal }: WithdrawnReportProps) {
  const text = versionsText(lang)
  const stands = versions.find(({ status }) => status === 'published')
  return (
    <>
      <title>{text.withdrawnTitle(fiscalYear, version)}</title>
      <meta name="description" content={text.withdrawnLead} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: reportPageText(lang).fiscalYear(fiscalYear), to: addressOf.report(lang, fiscalYear) },
          { label: text.version(version), to: null },
        ]}
      />
      <div className="page-head">
        <h1>{text.withdrawnTitle(fiscalYear, version)}</h1>
        <p className="lead">{text.withdrawnLead}</p>
      </div>
      <div className="stack">
        <dl className="facts">
          <dt>{text.withdrawnOn}</dt>
          <dd>{formatDay(withdrawal.day, lang)}</dd>
          <dt>{text.withdrawnBy}</dt>
          <dd>
            <Cited lang={lang} resolution={withdrawal.resolution} />
          </dd>
          <dt>{text.wording}</dt>
          <dd lang="th">{withdrawal.resolution.wording}</dd>
          <dt>{text.withdrawnReason}</dt>
          <dd lang="th">{withdrawal.reason}</dd>
        </dl>
        {stands ? (
          <p>
            {text.stands(stands.version)}{' '}
            <a href={addressOf.reportVersion(lang, fiscalYear, stands.version)}>
              {text.toNewer(stands.version)}
            </a>
          </p>
        ) : (
          <p>{text.noneStands}</p>
        )}
        <VersionList lang={lang} fiscalYear={fiscalYear} here={version} versions={versions} />
      </div>
    </>
  )
}
