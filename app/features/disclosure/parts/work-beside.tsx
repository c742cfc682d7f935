import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { type Choice, type FormView, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { findingText } from '../../watch/index.ts'
import type { ItemWork } from '../item-work.domain.ts'
import { centreItemText } from '../text/centre.ts'
import { Said } from './work-looks.tsx'

type OfItem = Readonly<{ lang: Language; item: ItemWork }>

/** 100 or 0 with every reason. */
export function WorkScore({ lang, item: { score } }: OfItem) {
  const text = centreItemText(lang)
  return (
    <section className="stack" aria-labelledby="score">
      <h2 id="score">{text.scoreTitle}</h2>
      <p>
        <Chip state={score.score === 100 ? 'done' : 'late'}>
          {score.score === 100 ? text.full : text.zero}
        </Chip>
      </p>
      {score.faults.length > 0 && (
        <>
          <h3>{text.faults}</h3>
          <ul>
            {score.faults.map((fault) => (
              <li key={fault.th}>{fault[lang]}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted small">{text.rule}</p>
    </section>
  )
}

/** What is open at the addresses of the item. */
export function WorkFindings({
  lang,
  item: { findings, submittedAddress, year, code },
  origin,
}: OfItem & Readonly<{ origin: string }>) {
  const text = centreItemText(lang)
  const toCheck = (address: string) =>
    `${addressOf.office(lang, 'watch/address')}?address=${encodeURIComponent(address)}`
  return (
    <section className="stack" aria-labelledby="found">
      <h2 id="found">{text.found}</h2>
      {findings.length === 0 ? (
        <p className="muted">{text.nothingWrong}</p>
      ) : (
        <ul className="work-found">
          {findings.map((finding) => {
            const said = findingText(lang, finding)
            return (
              <li key={`${finding.address} ${finding.code} ${finding.subject}`}>
                <p className="chips">
                  <Chip
                    state={finding.weight === 'fails' ? 'late' : 'returned'}
                    icon={finding.weight === 'fails' ? 'late' : 'warning'}
                  >
                    {finding.weight === 'fails' ? text.failsWeight : text.warnsWeight}
                  </Chip>
                </p>
                <p>{said.problem}</p>
                <p className="small">{said.remedy}</p>
                <p className="small muted">
                  <a href={toCheck(finding.address)}>{finding.address}</a>{' '}
                  {text.since(formatInstant(finding.raisedAt, lang))}
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {submittedAddress !== null && (
        <p className="small">
          {text.submittedAddress}: {submittedAddress}
        </p>
      )}
      <p>
        <a
          className="button small"
          href={toCheck(submittedAddress ?? `${origin}${addressOf.disclosureItem('th', year, code)}`)}
        >
          <Icon name="review" />
          {text.toChecks}
        </a>
      </p>
    </section>
  )
}

/** Who answers for the item, and until when; a form for those who may say so. */
export function WorkOwner({
  lang,
  item: { unit, dueOn, version },
  units,
  mayAssign,
  form,
}: OfItem & Readonly<{ units: readonly Choice[]; mayAssign: boolean; form: FormView | null }>) {
  const text = centreItemText(lang)
  const view: FormView = form ?? {
    values: { unit: unit?.id ?? '', dueOn: dueOn === null ? '' : dayAsTyped(dueOn) },
    errors: {},
  }
  return (
    <section className="stack" aria-labelledby="owner">
      <h2 id="owner">{text.owner}</h2>
      <Facts
        rows={[
          [text.unit, unit === null ? text.noUnit : <Said key="unit" lang={lang} words={unit.name} />],
          [text.dueOn, dueOn === null ? text.noDay : formatDay(dueOn, lang)],
        ]}
      />
      {mayAssign && (
        <details className="fold" open={form !== null || unit === null}>
          <summary>{text.saveOwner}</summary>
          <form method="post" className="form">
            <input type="hidden" name="seenVersion" value={view.values.seenVersion ?? version} />
            <SelectField
              form={view}
              name="unit"
              label={text.unit}
              choices={[{ value: '', label: text.noUnit }, ...units]}
            />
            <TextField form={view} name="dueOn" label={text.dueOn} hint={text.dateHint} autoComplete="off" />
            <div className="actions">
              <button type="submit" className="button" name="act" value="assign">
                {text.saveOwner}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  )
}

/** What was public from when to when; how to take it from the public. */
export function WorkVersions({
  lang,
  item: { versions, newest, year, code },
  mayWithdraw,
  form,
}: OfItem & Readonly<{ mayWithdraw: boolean; form: FormView | null }>) {
  const text = centreItemText(lang)
  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions">{text.versions}</h2>
      {versions.length === 0 && <p className="muted">{text.noVersions}</p>}
      <ol className="work-versions" reversed>
        {versions.map((version) => (
          <li key={version.version}>
            <a href={addressOf.disclosureItem(lang, year, code, version.version)}>
              {text.version(version.version)}
            </a>
            <span className="under">
              {text.publishedBy(version.publishedByName, formatInstant(version.publishedAt, lang))}
            </span>
            {version.withdrawn !== null && (
              <span className="under">
                {text.withdrawnBy(version.withdrawn.byName, formatInstant(version.withdrawn.at, lang))}:{' '}
                <span lang="th">{version.withdrawn.reason}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
      {mayWithdraw && newest !== null && (
        <Confirm label={text.withdraw} isOpen={form !== null}>
          <p>{text.withdrawSure}</p>
          <form method="post" className="form">
            <input type="hidden" name="seenVersion" value={newest.version} />
            <TextAreaField
              form={form ?? { values: {}, errors: {} }}
              name="reason"
              label={text.reason}
              required
            />
            <div className="actions">
              <button type="submit" className="button danger" name="act" value="withdraw">
                {text.withdrawYes}
              </button>
            </div>
          </form>
        </Confirm>
      )}
    </section>
  )
}
