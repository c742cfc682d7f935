import type { Language } from '../../../../i18n/language.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { Confirm } from '../../../../ui/confirm.tsx'
import { type FormView, TextAreaField, TextField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { shortHash } from '../../matter.domain.ts'
import { DecisionChip } from '../../parts/decision-chip.tsx'
import { approvalsTerms } from '../../text/index.ts'
import type { ListedItem, MeetingPage } from '../meeting-page.queries.server.ts'
import { meetingPageText } from '../text/index.ts'

type AgendaListProps = Readonly<{
  lang: Language
  page: MeetingPage
  mayChange: boolean
  /** Address of the page, to which its forms are sent. */
  here: string
  /** A form of an item that was refused, or was kept when a session ended. */
  typed: Readonly<{ agendaItemId: string; form: FormView }> | null
}>

/** The agenda in its order: of each item what it puts forward and what was resolved. */
export function AgendaList({ lang, page, mayChange, here, typed }: AgendaListProps) {
  return (
    <ol className="agenda">
      {page.items.map((item, index) => (
        <li key={item.id} id={`item-${item.id}`}>
          <ItemHead lang={lang} item={item} />
          <ItemMatter lang={lang} item={item} isHeld={page.meeting.state === 'held'} />
          {mayChange && (
            <div className="actions">
              <Move
                lang={lang}
                item={item}
                here={here}
                isFirst={index === 0}
                isLast={index === page.items.length - 1}
              />
              {!item.hasResolution && (
                <ChangeItem
                  lang={lang}
                  item={item}
                  here={here}
                  form={typed?.agendaItemId === item.id ? typed.form : null}
                />
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

type ItemProps = Readonly<{ lang: Language; item: ListedItem }>

function ItemHead({ lang, item }: ItemProps) {
  const text = meetingPageText(lang)
  return (
    <div className="line">
      <h3>
        <a href={addressOf.office(lang, `agenda/${item.id}`)}>{text.item(item.number, item.title)}</a>
      </h3>
      {item.resolution === null ? (
        <Chip state="none">{text.unresolved}</Chip>
      ) : (
        <DecisionChip lang={lang} decision={item.resolution.decision} />
      )}
    </div>
  )
}

function ItemMatter({ lang, item, isHeld }: ItemProps & Readonly<{ isHeld: boolean }>) {
  const text = meetingPageText(lang)
  return (
    <p className="under">
      {item.matter === null ? (
        text.noMatter
      ) : (
        <>
          {approvalsTerms(lang).kinds[item.matter.kind]} · {text.hash}{' '}
          <code>{shortHash(item.matter.contentHash)}</code>
        </>
      )}
      {isHeld && item.resolution === null && (
        <>
          {' · '}
          <a href={addressOf.office(lang, `agenda/${item.id}`)}>
            {text.record}
            <span className="visually-hidden"> {item.title}</span>
          </a>
        </>
      )}
    </p>
  )
}

type MoveProps = ItemProps & Readonly<{ here: string; isFirst: boolean; isLast: boolean }>

function Move({ lang, item, here, isFirst, isLast }: MoveProps) {
  const text = meetingPageText(lang)
  const ways = [
    { act: 'earlier', icon: 'up', isThere: !isFirst },
    { act: 'later', icon: 'downward', isThere: !isLast },
  ] as const
  return ways
    .filter(({ isThere }) => isThere)
    .map(({ act, icon }) => (
      <form method="post" action={here} key={act}>
        <input type="hidden" name="agendaItemId" value={item.id} />
        <input type="hidden" name="seenPosition" value={item.position} />
        <button
          type="submit"
          name="act"
          value={act}
          className="button small"
          aria-label={text.move(text[act], item.title)}
        >
          <Icon name={icon} />
          {text[act]}
        </button>
      </form>
    ))
}

type ChangeItemProps = ItemProps & Readonly<{ here: string; form: FormView | null }>

function ChangeItem({ lang, item, here, form }: ChangeItemProps) {
  const text = meetingPageText(lang)
  const values = { number: item.number ?? '', title: item.title, details: item.details ?? '' }
  const view = form ?? { values, errors: {} }
  const hidden = (
    <>
      <input type="hidden" name="agendaItemId" value={item.id} />
      <input type="hidden" name="seenVersion" value={item.version} />
    </>
  )
  return (
    <>
      <details className="fold" open={form !== null}>
        <summary>
          {text.change}
          <span className="visually-hidden"> {item.title}</span>
        </summary>
        <form method="post" action={here} className="form">
          {hidden}
          <TextField
            form={view}
            name="number"
            id={`number-${item.id}`}
            label={text.number}
            hint={text.numberHint}
          />
          <TextField form={view} name="title" id={`title-${item.id}`} label={text.title} required />
          <TextAreaField form={view} name="details" id={`details-${item.id}`} label={text.details} />
          <div className="actions">
            <button type="submit" name="act" value="change-item" className="button primary small">
              {text.save}
            </button>
          </div>
        </form>
      </details>
      <Confirm
        label={
          <>
            {text.remove}
            <span className="visually-hidden"> {item.title}</span>
          </>
        }
      >
        <p>{text.removeAsk}</p>
        <form method="post" action={here}>
          {hidden}
          <button type="submit" name="act" value="remove-item" className="button danger">
            <Icon name="remove" />
            {text.removeYes}
          </button>
        </form>
      </Confirm>
    </>
  )
}
