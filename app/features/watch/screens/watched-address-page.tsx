import { data, redirect } from 'react-router'
import '../../../ui/office-watch.css'
import type { Language } from '../../../i18n/language.ts'
import { type Concerning, refusalOf } from '../../../kernel/permission.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { addressPart } from '../alarms/watch-addresses.domain.ts'
import { lookAt } from '../keeping/look-at.server.ts'
import { stateOf } from '../overview/watch-overview.domain.ts'
import { readWatchedAddress } from '../overview/watched-address.queries.server.ts'
import {
  Accessibility,
  Captures,
  CheckHistory,
  Findings,
  LastCheck,
  MenuLinks,
  SeenElements,
} from '../parts/address-sections.tsx'
import { AddressChip } from '../parts/address-state.tsx'
import { watchAddressText } from '../text/pages.ts'
import type { WatchTarget } from '../watch.domain.ts'
import { WATCH_POLICY } from '../watch.policy.ts'
import { watchTargetsContext } from '../watch-targets.server.ts'
import { watchToolsContext } from '../watch-tools.server.ts'
import type { Route } from './+types/watched-address-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(WATCH_POLICY, 'watch.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const targets = await context.get(watchTargetsContext)(ctx, { origin: appOf(context).origin })
  const address = searchParams.get('address') ?? ''
  const read = await readWatchedAddress(ctx, { address, targets })
  if (read === null) throw data(null, 404)
  return {
    lang: languageOf(pathname),
    ...read,
    mayRun:
      read.target !== null &&
      refusalOf(WATCH_POLICY, 'watch.run', ctx.actor, concerning(read.target)) === null,
    done: searchParams.get('done'),
  }
}

const concerning = ({ unitId }: WatchTarget): Concerning => (unitId === null ? {} : { unitIds: [unitId] })

export async function action({ context, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const { origin } = appOf(context)
  const sent = await request.formData()
  const targets = await context.get(watchTargetsContext)(ctx, { origin })
  const target = targets.find(({ address }) => address === searchParams.get('address'))
  if (!target) throw data(null, 404)
  const refusal = refusalOf(WATCH_POLICY, 'watch.run', ctx.actor, concerning(target))
  if (refusal) throw await pageRefused(ctx, refusal)
  const isKept = sent.get('act') === 'keep'
  const { captureId } = await lookAt(ctx, context.get(watchToolsContext), {
    target,
    origin,
    askedBy: 'person',
    keep: isKept ? 'person' : null,
  })
  const done = !isKept ? 'checked' : captureId === null ? 'not-kept' : 'kept'
  throw redirect(`${addressOf.office(lang, addressPart(target.address))}&done=${done}`, 303)
}

export default function WatchedAddressScreen({ loaderData }: Route.ComponentProps) {
  const { lang, address, target, checks, captures, findings, mayRun, done } = loaderData
  const text = watchAddressText(lang)
  const title = target === null ? address : target.title[lang]
  const [last] = checks
  const said =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={<AddressChip lang={lang} state={stateOf(last ?? null, findings)} />}
        said={<span className="long-address">{address}</span>}
        action={
          <a className="button" href={addressOf.office(lang, 'watch')}>
            {text.back}
          </a>
        }
      />
      <div className="stack wide">
        {said !== null && <Notice kind={done === 'not-kept' ? 'warning' : 'done'}>{said}</Notice>}
        {target === null && <Notice>{text.notWatched}</Notice>}
        <p className="actions">
          {target !== null && <a href={addressOf.office(lang, target.part)}>{text.work}</a>}
          {/^https?:\/\//.test(address) && (
            <a href={address} rel="noreferrer">
              {text.open}
            </a>
          )}
        </p>
        {mayRun && <CheckForm lang={lang} address={address} />}
        {last === undefined ? (
          <div className="empty">
            <p>{text.never}</p>
          </div>
        ) : (
          <>
            <section className="stack" aria-labelledby="findings">
              <h2 id="findings">{text.findings}</h2>
              <Findings lang={lang} findings={findings} />
            </section>
            <SeenElements lang={lang} check={last} />
            <section className="stack" aria-labelledby="last">
              <h2 id="last">{text.last}</h2>
              <LastCheck lang={lang} check={last} />
            </section>
            <MenuLinks lang={lang} check={last} />
            <Accessibility lang={lang} check={last} />
          </>
        )}
        <Captures lang={lang} captures={captures} />
        {checks.length > 0 && <CheckHistory lang={lang} checks={checks} />}
      </div>
    </>
  )
}

function CheckForm({ lang, address }: { lang: Language; address: string }) {
  const text = watchAddressText(lang)
  return (
    <form method="post" action={addressOf.office(lang, addressPart(address))} className="watch-check">
      <div className="actions">
        <button type="submit" name="act" value="check" className="button primary">
          <Icon name="cycle" />
          {text.checkNow}
        </button>
        <button type="submit" name="act" value="keep" className="button">
          <Icon name="evidence" />
          {text.keepNow}
        </button>
      </div>
      <p className="small muted">{text.mayTake}</p>
    </form>
  )
}
