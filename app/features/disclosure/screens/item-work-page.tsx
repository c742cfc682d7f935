import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import '../../../ui/office-disclosure.css'
import { Chip } from '../../../ui/chip.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { publicPagesContext } from '../../../web/public-page.ts'
import { findStanding } from '../../approvals/index.server.ts'
import { listOpenUnits, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { matterKeyOf } from '../disclosure.domain.ts'
import { type DisclosureErrorCode, disclosureErrorText } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { doItemAct, fieldOf } from '../item-acts.server.ts'
import { findPicks } from '../item-picks.server.ts'
import { findItemWork } from '../item-work.queries.server.ts'
import { WorkAdd } from '../parts/work-add.tsx'
import { WorkFindings, WorkOwner, WorkScore, WorkVersions } from '../parts/work-beside.tsx'
import { Place, WorkElement } from '../parts/work-element.tsx'
import { WorkPublish } from '../parts/work-publish.tsx'
import { WorkToDo } from '../parts/work-to-do.tsx'
import { centreItemText } from '../text/centre.ts'
import { isPickWay, readWay } from '../ways.domain.ts'
import type { Route } from './+types/item-work-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const year = buddhistYear(params.year)
  const item = year === null ? null : await findItemWork(ctx, { year, code: params.code })
  if (item === null) throw data(null, 404)
  const unitIds = item.unit === null ? [] : [item.unit.id]
  const may = (act: keyof typeof DISCLOSURE_POLICY) =>
    refusalOf(DISCLOSURE_POLICY, act, ctx.actor, { unitIds }) === null
  const { kept } = visitOf(context)
  const way = readWay(searchParams.get('add'))
  const find = searchParams.get('find') ?? ''
  const pages = way === 'page' ? await context.get(publicPagesContext)(ctx) : []
  return {
    lang,
    item,
    origin: appOf(context).origin,
    units: (await listOpenUnits(ctx)).map(({ unit }) => ({
      value: unit.id,
      label: lang === 'en' ? (unit.nameEn ?? unit.nameTh) : unit.nameTh,
    })),
    standing:
      item.isChained && item.byReport === null
        ? await findStanding(ctx, {
            kind: 'disclosure',
            key: matterKeyOf(item.year, item.code),
            contentHash: item.contentHash,
          })
        : null,
    may: {
      change: may('disclosure.change'),
      assign: may('disclosure.assign'),
      publish: may('disclosure.publish'),
      withdraw: may('disclosure.withdraw'),
    },
    open: { element: searchParams.get('element'), way, find },
    picks: isPickWay(way) ? await findPicks(ctx, { lang, way, find, pages }) : null,
    done: searchParams.get('done'),
    dropped: searchParams.get('fact'),
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const year = buddhistYear(params.year)
  const item = year === null ? null : await findItemWork(ctx, { year, code: params.code })
  if (item === null) throw data(null, 404)
  const way = searchParams.get('add')
  const pages = way === 'page' ? await context.get(publicPagesContext)(ctx) : []
  const find = searchParams.get('find') ?? ''
  const picks = isPickWay(way) ? await findPicks(ctx, { lang, way, find, pages }) : null
  const answer = await doItemAct(ctx, {
    item,
    sent,
    picks: picks ?? [],
    pages: pages.map(({ address }) => address),
  })
  if (answer.ok) {
    const { done, element, fact } = answer.value
    const query = new URLSearchParams({ done })
    if (element !== undefined) query.set('element', element)
    if (fact !== undefined) query.set('fact', fact)
    const here = addressOf.office(lang, `disclosure/${item.year}/${item.code}`)
    throw redirect(`${here}?${query}${element === undefined ? '' : `#element-${element}`}`, 303)
  }
  const { error } = answer
  if ('code' in error && error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const faults = 'faults' in error ? error.faults : { [fieldOf(error.code)]: error.code }
  const { seenVersion, ...values } = typedValues([...sent])
  const isItemClash = 'code' in error && error.code === 'item.changed'
  const form = refusedView(lang, {
    // The page now shows what the other saved: sent again, it is meant.
    values: isItemClash || seenVersion === undefined ? values : { ...values, seenVersion },
    faults,
    sentence: (code) => disclosureErrorText(code as DisclosureErrorCode),
  })
  const isClash = isItemClash || ('code' in error && error.code === 'element.changed')
  return data({ act: String(sent.get('act') ?? ''), form, isClash }, 422)
}

export default function ItemWorkScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, item, origin, units, standing, may, open, picks, done, dropped, kept } = loaderData
  const text = centreItemText(lang)
  const { year, code, score } = item
  const act = actionData?.act ?? kept?.act ?? null
  const form = actionData?.form ?? (kept === null ? null : { values: kept, errors: {} })
  const formOf = (name: string): FormView | null => (act === name ? form : null)
  const name = `${code} ${item.title?.[lang] ?? ''}`.trim()
  const droppedFrom = item.elements.find(({ key }) => key === open.element)
  return (
    <>
      <title>{`${text.title(code, year)} – ${item.title?.[lang] ?? code}`}</title>
      <PageHead
        title={name}
        chip={
          <Chip state={score.score === 100 ? 'done' : 'late'}>
            {score.score === 100 ? text.full : text.zero}
          </Chip>
        }
        said={<a href={addressOf.office(lang, `disclosure/${year}`)}>{text.back(year)}</a>}
        action={
          <a className="button" href={addressOf.disclosureItem(lang, year, code)}>
            <Icon name="page" />
            {text.toPublic}
          </a>
        }
      />
      <div className="stack wide">
        {!actionData && done !== null && Object.hasOwn(text.done, done) && (
          <Notice kind="done">
            <p>{text.done[done as keyof typeof text.done]}</p>
            {done === 'dropped' && dropped !== null && droppedFrom && may.change && (
              <form
                method="post"
                action={addressOf.office(lang, `disclosure/${year}/${code}`)}
                className="actions"
              >
                <Place element={droppedFrom} />
                <input type="hidden" name="fact" value={dropped} />
                <button type="submit" className="button small" name="act" value="restore">
                  <Icon name="again" />
                  {text.undo}
                </button>
              </form>
            )}
          </Notice>
        )}
        {kept !== null && !actionData && (
          <Notice>
            <p>{text.kept}</p>
          </Notice>
        )}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {actionData?.isClash && (
          <Notice kind="warning">
            <p>
              <strong>{text.clashTitle}</strong>
            </p>
            <p>{text.clashLead}</p>
          </Notice>
        )}
        <div className="detail">
          <div className="stack wide">
            <WorkToDo lang={lang} item={item} mayPublish={may.publish} />
            <section className="stack" aria-labelledby="elements">
              <h2 id="elements">{text.elements}</h2>
              <ol className="work-elements">
                {item.elements.map((element) => (
                  <WorkElement
                    key={element.key}
                    lang={lang}
                    item={item}
                    element={element}
                    mayChange={may.change}
                  >
                    {may.change &&
                    item.byReport === null &&
                    open.way !== null &&
                    open.element === element.key ? (
                      <WorkAdd
                        lang={lang}
                        year={year}
                        code={code}
                        element={element}
                        way={open.way}
                        find={open.find}
                        picks={picks}
                        form={formOf('answer') ?? EMPTY_FORM}
                      />
                    ) : undefined}
                  </WorkElement>
                ))}
              </ol>
            </section>
            {item.byReport === null && (
              <WorkPublish lang={lang} item={item} standing={standing} mayPublish={may.publish} />
            )}
          </div>
          <div className="beside">
            <WorkScore lang={lang} item={item} />
            <WorkFindings lang={lang} item={item} origin={origin} />
            <WorkOwner lang={lang} item={item} units={units} mayAssign={may.assign} form={formOf('assign')} />
            {item.byReport === null && (
              <WorkVersions lang={lang} item={item} mayWithdraw={may.withdraw} form={formOf('withdraw')} />
            )}
          </div>
        </div>
      </div>
    </>
  )
}
