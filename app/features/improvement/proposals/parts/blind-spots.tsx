import type { Language } from '../../../../i18n/language.ts'
import { twoPlaces } from '../../../../kernel/decimal.ts'
import { codeOf, type ItemRef, yearOf } from '../../../../kernel/item-ref.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { BlindSpots, WatchedItem } from '../../../assessments/index.ts'
import { spokenIn } from '../../parts/worded.tsx'
import type { CitingIssue } from '../proposal.domain.ts'
import { contradictionsPageText } from '../text/index.ts'

type BlindSpotListProps = Readonly<{
  lang: Language
  /** B.E.; of the results. */
  year: number
  spots: BlindSpots
  issues: readonly CitingIssue[]
}>

/** What the next framework year no longer asks, or asks otherwise, of what came out weak or is cited. */
export function BlindSpotList({ lang, year, spots, issues }: BlindSpotListProps) {
  const text = contradictionsPageText(lang)
  const { nextYear, gone, otherwise, notKnown } = spots
  const said = text.spots
  return (
    <section className="stack" aria-labelledby="spots-title" id="blind-spots">
      <h2 id="spots-title">{said.title}</h2>
      {nextYear === null ? (
        <p>{said.noNext(year)}</p>
      ) : (
        <>
          <p>{said.lead(year, nextYear)}</p>
          {gone.length === 0 ? (
            <p className="muted">{said.none}</p>
          ) : (
            <WatchedTable lang={lang} caption={said.goneCaption} items={gone} issues={issues} />
          )}
          {otherwise.length > 0 && (
            <>
              <h3>{said.otherwise}</h3>
              <p>{said.otherwiseLead(nextYear)}</p>
              <WatchedTable
                lang={lang}
                caption={said.otherwise}
                items={otherwise}
                issues={issues}
                next={
                  new Map(
                    otherwise.map(({ item, replacedBy }) => [item.ref, replacedBy.map((by) => by.item)]),
                  )
                }
              />
            </>
          )}
          {notKnown.length > 0 && (
            <details className="fold">
              <summary>{said.notKnown(notKnown.length)}</summary>
              <WatchedTable
                lang={lang}
                caption={said.notKnown(notKnown.length)}
                items={notKnown}
                issues={issues}
              />
            </details>
          )}
        </>
      )}
    </section>
  )
}

type Named = Pick<WatchedItem['item'], 'ref' | 'title'>
type WatchedTableProps = Readonly<{
  lang: Language
  caption: string
  items: readonly WatchedItem[]
  issues: readonly CitingIssue[]
  /** What the next year asks in the place of an item. */
  next?: ReadonlyMap<ItemRef, readonly Named[]>
}>

function WatchedTable({ lang, caption, items, issues, next }: WatchedTableProps) {
  const text = contradictionsPageText(lang)
  const named = ({ ref, title }: Named) =>
    `${text.itemOf(codeOf(ref), yearOf(ref))}${title === null ? '' : ` ${title[lang]}`}`
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: text.columns.item },
        { label: text.columns.subject },
        { label: text.columns.score, look: 'end' },
        next ? { label: text.columns.next } : { label: text.columns.why },
      ]}
      rows={items.map((watched) => {
        const { item, score } = watched
        return {
          key: item.ref,
          cells: [
            text.itemOf(item.code, yearOf(item.ref)),
            <>
              {item.title?.[lang] ?? ''}
              {item.certainty === 'unverified' && <span className="under">{text.unverified}</span>}
            </>,
            score === null ? text.noScore : twoPlaces(score.value),
            next ? (
              (next.get(item.ref) ?? []).map((one) => <div key={one.ref}>{named(one)}</div>)
            ) : (
              <Why key="why" lang={lang} watched={watched} issues={issues} />
            ),
          ],
        }
      })}
    />
  )
}

type WhyProps = Readonly<{ lang: Language; watched: WatchedItem; issues: readonly CitingIssue[] }>

function Why({ lang, watched: { item, isWeak }, issues }: WhyProps) {
  const { spots } = contradictionsPageText(lang)
  // A report that was published and is worked on has each issue twice.
  const citing = issues.filter(
    ({ cites, fiscalYear, title }, at) =>
      cites.includes(item.ref) &&
      issues.findIndex((other) => other.fiscalYear === fiscalYear && other.title === title) === at,
  )
  return (
    <>
      {isWeak && <div>{spots.weak}</div>}
      {citing.map(({ issueId, title, fiscalYear }) => (
        <div key={`${fiscalYear} ${title}`}>
          {spots.cited}{' '}
          {issueId === null ? (
            <span lang={spokenIn(title)}>{title}</span>
          ) : (
            <a href={addressOf.office(lang, `issues/${issueId}`)} lang={spokenIn(title)}>
              {title}
            </a>
          )}
        </div>
      ))}
    </>
  )
}
