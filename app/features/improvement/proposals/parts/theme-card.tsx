import type { Language } from '../../../../i18n/language.ts'
import { difference, twoPlaces } from '../../../../kernel/decimal.ts'
import { codeOf } from '../../../../kernel/item-ref.ts'
import { Chip, type ChipState } from '../../../../ui/chip.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import {
  type Contradiction,
  type ContradictionKind,
  type ThemeKey,
  type ThemeView,
  themeTitles,
  type ViewPart,
} from '../../../assessments/index.ts'
import type { Proposal } from '../proposal.domain.ts'
import { contradictionsPageText } from '../text/index.ts'
import { ThemeViews } from './theme-views.tsx'

const LOOKS: Readonly<Record<ContradictionKind, readonly [ChipState, IconName]>> = {
  'staff-not-public': ['late', 'clash'],
  'disclosed-not-seen': ['late', 'clash'],
  'public-not-staff': ['late', 'clash'],
  'seen-not-disclosed': ['late', 'clash'],
  'all-weak': ['returned', 'warning'],
  none: ['done', 'done'],
  'too-little': ['none', 'none'],
}

type ThemeCardProps = Readonly<{
  lang: Language
  row: Contradiction
  /** B.E.; of the results. */
  year: number
  bound: string | null
  proposal: Proposal
  mayPropose: boolean
  mayOpen: boolean
}>

/** A theme in the results of a year: its views, what lies between them and why it stands where it does, its items. */
export function ThemeCard({ lang, row, year, bound, proposal, mayPropose, mayOpen }: ThemeCardProps) {
  const text = contradictionsPageText(lang)
  const { kind, theme, views } = row
  const [state, icon] = LOOKS[kind]
  const title = themeTitles(lang)[theme.key]
  const isKnown = views.some(({ shown }) => shown !== null)
  return (
    <li className="card theme" id={theme.key}>
      <h3>{title}</h3>
      <p>
        <Chip state={state} icon={icon}>
          {text.kinds[kind]}
        </Chip>
      </p>
      <ThemeViews lang={lang} views={views} bound={bound} />
      {isKnown && <p className="small">{sumOf(lang, row, bound)}</p>}
      <ThemeItems lang={lang} title={title} views={views} year={year} />
      {isKnown && mayPropose && (
        <ProposalLine lang={lang} theme={theme.key} year={year} proposal={proposal} mayOpen={mayOpen} />
      )}
    </li>
  )
}

/** The rule with the numbers of this theme. */
function sumOf(
  lang: Language,
  { views, highest, lowest, size, weakness, rank }: Contradiction,
  bound: string | null,
) {
  const text = contradictionsPageText(lang)
  const of = (name: Contradiction['highest']) => views.find((view) => view.name === name)?.shown ?? ''
  const parts = [
    size === null || highest === null || lowest === null
      ? text.sum.notCompared
      : text.sum.size(text.short[highest], text.short[lowest], of(highest), of(lowest), size),
    ...(weakness === null || bound === null
      ? []
      : [
          weakness === '0.00'
            ? text.sum.noWeakness
            : text.sum.weakness(twoPlaces(bound), of(lowest), weakness),
        ]),
    ...(size === null || rank === null
      ? []
      : [
          // The sum of what is shown may differ by a hundredth from what was added before rounding.
          difference(size, rank).replace('+', '') === (weakness ?? '0.00')
            ? text.sum.rank(rank)
            : text.sum.rankUnrounded(rank),
        ]),
  ]
  return parts.join(' · ')
}

type ThemeItemsProps = Readonly<{ lang: Language; title: string; views: readonly ThemeView[]; year: number }>

function ThemeItems({ lang, title, views, year }: ThemeItemsProps) {
  const text = contradictionsPageText(lang)
  // Where an indicator stands in for items, it is shown among them.
  const parts = views.flatMap(({ items, known, basis }) => [
    ...items,
    ...(basis === 'indicators' ? known : []),
  ])
  const unmeasured = views.flatMap((view) => view.unmeasured)
  return (
    <details className="fold">
      <summary>{text.items(parts.length)}</summary>
      <div className="stack">
        {parts.length > 0 && (
          <DataTable
            caption={text.itemsCaption(title)}
            columns={[
              { label: text.columns.item },
              { label: text.columns.subject },
              { label: text.columns.score, look: 'end' },
              { label: text.columns.n, look: 'end' },
            ]}
            rows={parts.map((part) => ({ key: part.ref, cells: partCells(lang, part) }))}
          />
        )}
        {(['not-asked', 'not-known'] as const).map((standing) => {
          const of = unmeasured.filter((one) => one.standing === standing)
          return (
            of.length > 0 && (
              <p key={standing} className="small muted">
                {text.unmeasured[standing](year, of.map(({ concept }) => concept.title[lang]).join(' · '))}
              </p>
            )
          )
        })}
      </div>
    </details>
  )
}

function partCells(lang: Language, { ref, title, score, isWeak, isUnverified }: ViewPart) {
  const text = contradictionsPageText(lang)
  return [
    codeOf(ref),
    <>
      {title?.[lang] ?? ''}
      {isUnverified && <span className="under">{text.unverified}</span>}
    </>,
    score === null ? (
      text.noScore
    ) : (
      <>
        {twoPlaces(score.value)}
        {isWeak && <span className="under">{text.isWeak}</span>}
      </>
    ),
    score?.nAnswered ?? '–',
  ]
}

type ProposalLineProps = Readonly<{
  lang: Language
  theme: ThemeKey
  year: number
  proposal: Proposal
  mayOpen: boolean
}>

function ProposalLine({ lang, theme, year, proposal, mayOpen }: ProposalLineProps) {
  const text = contradictionsPageText(lang)
  if (proposal.kind === 'there')
    return (
      <p className="foot">
        <span>{text.there(proposal.fiscalYear)}</span>
        <a href={addressOf.office(lang, `issues/${proposal.issueId}`)}>{text.toIssue}</a>
      </p>
    )
  if (proposal.kind === 'no-cycle')
    return (
      <p className="foot">
        <span>{text.noCycle(year)}</span>
        {mayOpen && <a href={`${addressOf.office(lang, 'cycles')}?open=1`}>{text.toCycles}</a>}
      </p>
    )
  const form = addressOf.office(lang, `cycles/${proposal.fiscalYear}/issues/add`)
  return (
    <div className="foot">
      <a className="button" href={`${form}?${new URLSearchParams({ theme, results: String(year) })}`}>
        <Icon name="add" />
        {text.propose}
        <span className="visually-hidden">{themeTitles(lang)[theme]}</span>
      </a>
      <span className="small muted">{text.proposeIn(proposal.fiscalYear)}</span>
    </div>
  )
}
