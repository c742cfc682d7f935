import type { Language } from '../../../i18n/language.ts'
import { ok } from '../../../kernel/result.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { changeLookList, openLookList } from '../look-list.server.ts'
import { EXECUTIVE_PICTURE, ExecutiveForm, executiveValues } from '../parts/executive-form.tsx'
import { LookList, shownForm } from '../parts/look-list.tsx'
import { chosenPicture, typedForm } from '../pictures/picture-form.server.ts'
import type { Executive } from '../profile/executive.domain.ts'
import { findExecutives } from '../profile/executives.queries.server.ts'
import { placeExecutive } from '../profile/usecases/place-executive.server.ts'
import { saveExecutive } from '../profile/usecases/save-executive.server.ts'
import { lookWorkText } from '../text/look-work.ts'
import type { Route } from './+types/executives-work'

export async function loader(asked: Route.LoaderArgs) {
  const { ctx, ...shown } = await openLookList(asked)
  return { ...shown, executives: await findExecutives(ctx) }
}

const MOVES = ['up', 'down', 'out'] as const

export const action = (asked: Route.ActionArgs) =>
  changeLookList(asked, {
    part: 'site/executives',
    change: async (ctx, sent, of) => {
      const move = MOVES.find((one) => one === sent.get('act'))
      if (move !== undefined) {
        const placed = await placeExecutive(ctx, { id: of?.id ?? '', to: move })
        return placed.ok ? ok(move === 'out' ? 'removed' : 'moved') : placed
      }
      const picture = chosenPicture(sent, EXECUTIVE_PICTURE)
      const saved = await saveExecutive(ctx, { typed: typedForm(sent), picture, of })
      return saved.ok ? ok(of ? 'changed' : 'added') : saved
    },
  })

export default function ExecutivesWork({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, executives, done, kept, chosenId, offered } = loaderData
  const of = executives.find(({ id }) => id === (actionData?.id ?? chosenId)) ?? null
  const form = shownForm({ refused: actionData?.form, kept, values: of && executiveValues(of) })
  return (
    <LookList
      lang={lang}
      words={lookWorkText(lang).executives}
      toSite={addressOf.sitePage(lang, 'executives')}
      done={done}
      isKept={kept !== null}
      form={form}
      table={executives.length === 0 ? null : <ExecutiveTable lang={lang} executives={executives} />}
    >
      <ExecutiveForm key={of?.id ?? ''} lang={lang} form={form} of={of} offered={offered} />
    </LookList>
  )
}

function ExecutiveTable({ lang, executives }: { lang: Language; executives: readonly Executive[] }) {
  const { columns, ...words } = lookWorkText(lang).executives
  const here = addressOf.office(lang, 'site/executives')
  return (
    <DataTable
      caption={words.title}
      columns={[
        { label: columns.name },
        { label: columns.position },
        { label: columns.reach },
        { label: columns.acts, look: 'do' },
      ]}
      rows={executives.map(({ id, name, title, telephone, email }, index) => ({
        key: id,
        cells: [
          <span key="name" lang="th">
            {name.th}
          </span>,
          <span key="title" lang="th">
            {title.th}
          </span>,
          [telephone, email].filter(Boolean).join(' · ') || '–',
          <div className="look-acts" key="acts">
            <a className="button small" href={`${here}?change=${id}#executive-form`}>
              <Icon name="edit" />
              {words.changeShort} <span className="visually-hidden">{name.th}</span>
            </a>
            {index > 0 && <Move lang={lang} id={id} act="up" label={words.up} name={name.th} />}
            {index < executives.length - 1 && (
              <Move lang={lang} id={id} act="down" label={words.down} name={name.th} />
            )}
            <Confirm label={words.remove}>
              <p>{words.removeSure}</p>
              <form method="post" action={here}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="button danger" name="act" value="out">
                  <Icon name="remove" />
                  {words.remove} <span className="visually-hidden">{name.th}</span>
                </button>
              </form>
            </Confirm>
          </div>,
        ],
      }))}
    />
  )
}

type MoveProps = Readonly<{ lang: Language; id: string; act: 'up' | 'down'; label: string; name: string }>

const Move = ({ lang, id, act, label, name }: MoveProps) => (
  <form method="post" action={addressOf.office(lang, 'site/executives')}>
    <input type="hidden" name="id" value={id} />
    <button type="submit" className="button small" name="act" value={act}>
      <Icon name={act === 'up' ? 'up' : 'downward'} />
      {label} <span className="visually-hidden">{name}</span>
    </button>
  </form>
)
