import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../../kernel/thai-day.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { isChainKind } from '../../matter.domain.ts'
import { approvalsTerms } from '../../text/index.ts'
import type { AgendaPage } from '../agenda-page.queries.server.ts'
import { agendaItemText } from '../text/index.ts'
import { HashFact } from './hash-fact.tsx'

type MatterBoxProps = Readonly<{
  lang: Language
  page: AgendaPage
  /** Address of the page. */
  here: string
  /** Whether who reads may take the content as it now stands. */
  mayRenew: boolean
}>

/** What an item puts before the meeting: which content, frozen when, and whether it is still what stands now. */
export function MatterBox({ lang, page, here, mayRenew }: MatterBoxProps) {
  const text = agendaItemText(lang).matter
  const { matter, freshness } = page
  return (
    <section className="stack" aria-labelledby="matter-title" id="matter">
      <h2 id="matter-title">{text.title}</h2>
      {matter === null ? (
        <p className="muted">{text.none}</p>
      ) : (
        <>
          <Facts
            rows={[
              [text.kind, approvalsTerms(lang).kinds[matter.kind]],
              [text.name, matter.title],
              [text.hash, <HashFact key="hash" hash={matter.contentHash} all={text.fullHash} />],
              [text.frozen, text.frozenBy(formatInstant(matter.madeAt, lang), matter.madeBy)],
            ]}
          />
          {page.isFrozenAfter && (
            <Notice kind="warning">{text.frozenAfter(formatDay(thaiDay(matter.madeAt), lang))}</Notice>
          )}
          <Freshness lang={lang} page={page} here={here} mayRenew={mayRenew} />
          {isChainKind(matter.kind) && freshness !== 'changed' && (
            <p>
              <a href={addressOf.office(lang, `approvals/${matter.kind}/${encodeURIComponent(matter.key)}`)}>
                {text.standing}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Freshness({ lang, page: { item, matter, freshness }, here, mayRenew }: MatterBoxProps) {
  const text = agendaItemText(lang).matter
  if (matter === null) return null
  if (freshness !== 'changed')
    return freshness === 'same' ? (
      <p className="with-icon">
        <Icon name="done" />
        {text.freshness.same}
      </p>
    ) : (
      <Notice kind="warning">{text.freshness[freshness]}</Notice>
    )
  const thing = addressOf.office(lang, `approvals/${matter.kind}/${encodeURIComponent(matter.key)}`)
  return (
    <Notice kind="warning">
      <p>{text.freshness.changed}</p>
      <p className="actions">
        <a className="button" href={`${thing}/difference?from=${matter.id}`}>
          {text.difference}
        </a>
        <a href={thing}>{text.standing}</a>
      </p>
      {mayRenew && (
        <form method="post" action={here}>
          <input type="hidden" name="kind" value={matter.kind} />
          <input type="hidden" name="seenVersion" value={item.version} />
          <p className="actions">
            <button type="submit" name="act" value="renew" className="button" aria-describedby="renew-hint">
              <Icon name="again" />
              {text.renew}
            </button>
            <span className="small muted" id="renew-hint">
              {text.renewHint}
            </span>
          </p>
        </form>
      )}
    </Notice>
  )
}
