import type { Language } from '../../../../i18n/language.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { MatterKind } from '../../matter.domain.ts'
import { HashFact } from '../../resolutions/parts/hash-fact.tsx'
import { approvalsTerms } from '../../text/index.ts'
import { agendaAddText } from '../text/index.ts'
import type { ChosenThing } from '../things-to-place.queries.server.ts'

type ThingsProps = Readonly<{
  lang: Language
  /** Address of the page, without what stands behind `?`. */
  here: string
  groups: readonly Readonly<{
    kind: MatterKind
    things: readonly Readonly<{ key: string; title: string }>[]
  }>[]
}>

/** Everything that can be put before a meeting, by kind; each leads to the form that does it. */
export function ThingsToPlace({ lang, here, groups }: ThingsProps) {
  const text = agendaAddText(lang)
  return (
    <>
      <section className="stack" aria-labelledby="choose">
        <h2 id="choose">{text.choose}</h2>
        <p>{text.chooseHint}</p>
        {groups.length === 0 && <p className="empty">{text.noThings}</p>}
        {groups.map(({ kind, things }) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h3 id={`kind-${kind}`}>{approvalsTerms(lang).kinds[kind]}</h3>
            <ul>
              {things.map(({ key, title }) => (
                <li key={key}>
                  <a href={`${here}?${new URLSearchParams({ kind, key })}`}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      <section className="stack" aria-labelledby="without">
        <h2 id="without">{text.withoutContent}</h2>
        <p>{text.withoutContentHint}</p>
        <p className="actions">
          <a className="button" href={`${here}?kind=none`}>
            <Icon name="add" />
            {text.addOne}
          </a>
        </p>
      </section>
    </>
  )
}

/** What is put forward, with the content that will be kept of it. */
export function ChosenMatter({ lang, chosen }: Readonly<{ lang: Language; chosen: ChosenThing }>) {
  const text = agendaAddText(lang)
  return (
    <section className="bound" aria-labelledby="chosen">
      <h2 id="chosen">{text.chosen}</h2>
      <input type="hidden" name="kind" value={chosen.kind} />
      <input type="hidden" name="key" value={chosen.key} />
      <input type="hidden" name="seenHash" value={chosen.contentHash} />
      <Facts
        rows={[
          [text.kind, approvalsTerms(lang).kinds[chosen.kind]],
          [text.name, chosen.title],
          [text.hash, <HashFact key="hash" hash={chosen.contentHash} all={text.fullHash} />],
        ]}
      />
      <p>{text.frozen}</p>
      <p>
        <a href={addressOf.office(lang, chosen.part)}>{text.look}</a>
      </p>
    </section>
  )
}
