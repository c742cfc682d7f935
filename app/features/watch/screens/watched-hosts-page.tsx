import { data, redirect } from 'react-router'
import '../../../ui/office-watch.css'
import { withoutControls } from '../../../kernel/clean-text.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { listHosts } from '../hosts/hosts.queries.server.ts'
import { watchHostsText } from '../text/pages.ts'
import { addWatchedHost } from '../usecases/add-watched-host.server.ts'
import { removeWatchedHost } from '../usecases/remove-watched-host.server.ts'
import { WATCH_POLICY } from '../watch.policy.ts'
import type { Route } from './+types/watched-hosts-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(WATCH_POLICY, 'watch.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  return {
    lang: languageOf(pathname),
    hosts: await listHosts(ctx),
    mayChange: refusalOf(WATCH_POLICY, 'watched-host.change', ctx.actor) === null,
    done: searchParams.get('done'),
    kept: kept === null ? {} : typedValues(kept),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const host = withoutControls(String(sent.get('host') ?? ''))
  const here = addressOf.office(lang, 'watch/hosts')
  if (sent.get('act') === 'remove') {
    const removed = await removeWatchedHost(ctx, { host })
    if (!removed.ok) throw await permissionRefused(ctx, removed.error)
    throw redirect(`${here}?done=removed`, 303)
  }
  const note = withoutControls(String(sent.get('note') ?? '')).trim()
  const added = await addWatchedHost(ctx, { typed: host, note: note === '' ? null : note })
  if (added.ok) throw redirect(`${here}?done=added`, 303)
  const { error } = added
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const field = error.code === 'host.note-too-long' ? 'note' : 'host'
  return data(
    { form: { values: { host, note }, errors: { [field]: watchHostsText(lang).refusals[error.code] } } },
    422,
  )
}

export default function WatchedHostsScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, hosts, mayChange, done, kept } = loaderData
  const text = watchHostsText(lang)
  const here = addressOf.office(lang, 'watch/hosts')
  const form = actionData?.form ?? { values: kept, errors: {} }
  const notice = done === 'added' || done === 'removed' ? text.done[done] : null
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, 'watch')}>
            {text.back}
          </a>
        }
      />
      <div className="stack">
        {notice !== null && !actionData && <Notice kind="done">{notice}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        {hosts.length === 0 ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        ) : (
          <DataTable
            caption={text.caption}
            columns={[
              { label: text.columns.host },
              { label: text.columns.note },
              { label: text.columns.added },
              ...(mayChange ? [{ label: text.columns.act, look: 'do', isHidden: true } as const] : []),
            ]}
            rows={hosts.map(({ host, note, addedAt, byName }) => ({
              key: host,
              cells: [
                <span key="host" className="long-address">
                  {host}
                </span>,
                note ?? '–',
                text.added(formatDay(thaiDay(addedAt), lang), byName),
                ...(mayChange
                  ? [
                      <Confirm key="remove" label={text.remove}>
                        <form method="post" action={here} className="stack">
                          <p>{text.removeAsk(host)}</p>
                          <input type="hidden" name="host" value={host} />
                          <button type="submit" name="act" value="remove" className="button danger">
                            {text.removeSure}
                          </button>
                        </form>
                      </Confirm>,
                    ]
                  : []),
              ],
            }))}
          />
        )}
        {mayChange && (
          <form method="post" action={here} className="form">
            <TextField
              form={form}
              name="host"
              label={text.host}
              hint={text.hostHint}
              required
              spellCheck={false}
            />
            <TextField form={form} name="note" label={text.note} hint={text.noteHint} />
            <div className="actions">
              <button type="submit" name="act" value="add" className="button primary">
                <Icon name="add" />
                {text.add}
              </button>
            </div>
          </form>
        )}
      </div>
    </>
  )
}
