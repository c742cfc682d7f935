import { compareDecimal, twoPlaces } from '../../../kernel/decimal.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import type { RichText, Run } from '../../../kernel/rich-text.ts'
import { printCitation } from '../../catalogue/index.ts'
import type { Score } from '../score.domain.ts'
import type { Contradiction } from './contradictions.domain.ts'
import { draftClauses } from './draft-clauses.th.ts'
import { draftWords as words } from './draft-words.th.ts'
import type { ViewName } from './theme.table.ts'
import type { ThemeView, ViewPart } from './theme-view.domain.ts'

type KnownPart = ViewPart & { score: Score }
/** How a view came out: all of what is known reaches the bound, none of it, or some of it. */
type Tone = 'strong' | 'weak' | 'mixed'

/**
 * An analysis of a theme in the pattern of published reports, for a person to go on from: what staff believe, what the public
 * sees, what is disclosed, each with the items that say so, as citation marks. Only what is known is said; no rise and no cause
 * is claimed. Empty where nothing is known. In Thai, the language of the report.
 */
export function draftAnalysis({ views }: Pick<Contradiction, 'views'>): RichText {
  const told: Tone[] = []
  const runs: Run[] = []
  for (const view of views) {
    if (view.basis === null) continue
    runs.push(...sentenceOf(view, told))
    told.push(toneOf(view))
  }
  return runs.length === 0 ? [] : [{ kind: 'paragraph', runs: joined(runs) }]
}

function sentenceOf(view: ThemeView, told: readonly Tone[]): readonly Run[] {
  if (view.basis === 'indicators') return indicatorSentence(view, told)
  if (view.name === 'disclosure') return disclosureSentence(view, told)
  return perceptionSentence(view, view.name, told)
}

/** What staff or the public believe, and of what they are not sure. */
function perceptionSentence(
  view: ThemeView,
  name: Exclude<ViewName, 'disclosure'>,
  told: readonly Tone[],
): readonly Run[] {
  const strong = believed(strongOf(view))
  const weak = doubted(weakOf(view))
  const who = words.who[name]
  const tone = toneOf(view)
  const before = told.at(-1)
  if (tone === 'strong') {
    if (before === 'strong') return [say(words.agreeing), say(words.whoAgreeing), ...strong]
    return [say(before === undefined ? '' : words.whereas), say(who), say(words.believes[name]), ...strong]
  }
  // What goes against the view before stands first in its sentence.
  if (before === 'strong')
    return [
      say(words.however),
      say(who),
      say(words.doubts),
      ...weak,
      ...(tone === 'mixed' ? [say(words.although), ...strong] : []),
    ]
  return [
    say(before === undefined ? '' : words.likewise),
    say(who),
    ...(tone === 'mixed' ? [say(words.believes[name]), ...strong, say(words.but)] : []),
    say(words.doubts),
    ...weak,
  ]
}

function disclosureSentence(view: ThemeView, told: readonly Tone[]): readonly Run[] {
  const said = words.disclosure
  const [strong, weak] = [strongOf(view), weakOf(view)]
  const isWhole = strong.every(({ score }) => compareDecimal(score.value, '100') === 0)
  const isAgreeing = told.length > 0 && told.every((tone) => tone === 'strong') && weak.length === 0
  const opening = isAgreeing
    ? said.agreeing
    : told.length === 0
      ? said.first
      : told.at(-1) === 'weak' && weak.length === 0
        ? said.though
        : said.besides
  const whole = isAgreeing
    ? isWhole
      ? said.agreeingWhole
      : said.agreeingReached
    : isWhole
      ? said.whole
      : said.reached
  const complete =
    strong.length === 0
      ? []
      : [
          say(opening),
          say(`${listOf(strong.map(subject))} ${whole} (`),
          ...cited(strong, { withScore: !isWhole }),
          say(')'),
        ]
  if (weak.length === 0) return complete
  return [
    ...complete,
    say(strong.length > 0 ? words.but : told.length > 0 ? words.whereas : ''),
    say(strong.length > 0 ? said.lackingToo : said.lacking),
    ...separated(weak.map((part) => [say(`${subject(part)} `), ...bracket([part])])),
    say(` ${said.notWhole}`),
  ]
}

/** Where only the score of an indicator is known. */
function indicatorSentence(view: ThemeView, told: readonly Tone[]): readonly Run[] {
  const tone = toneOf(view)
  const before = told.at(-1)
  const link =
    before === undefined
      ? ''
      : tone === before
        ? words.likewise
        : tone === 'strong'
          ? words.whereas
          : words.however
  return [
    say(link),
    say(words.assessed[view.name]),
    ...separated(
      view.known.map((part) => [
        { text: words.indicator(codeOf(part.ref).slice('ind'.length)), cites: [part.ref] },
        say(`${part.title === null ? '' : ` ${part.title.th}`}${scoreOf([part])}${answered([part])}`),
        say(part.isWeak ? words.isBelow : words.reaches),
      ]),
    ),
  ]
}

const strongOf = ({ known }: ThemeView): readonly KnownPart[] => known.filter(({ isWeak }) => !isWeak)
const weakOf = ({ known }: ThemeView): readonly KnownPart[] => known.filter(({ isWeak }) => isWeak)

function toneOf({ known }: ThemeView): Tone {
  if (known.every(({ isWeak }) => isWeak)) return 'weak'
  return known.some(({ isWeak }) => isWeak) ? 'mixed' : 'strong'
}

/** What came out well is said together, with its scores from the lowest to the highest. */
const believed = (parts: readonly KnownPart[]): readonly Run[] =>
  parts.length === 0 ? [] : [say(`${listOf(parts.map(clause))} `), ...bracket(parts)]

/** What came out weak is named one by one, each with its score. */
const doubted = (parts: readonly KnownPart[]): readonly Run[] =>
  separated(parts.map((part) => [say(`${clause(part)} `), ...bracket([part])]))

const bracket = (parts: readonly KnownPart[]): readonly Run[] => [
  say('('),
  ...cited(parts, { withScore: true }),
  say(')'),
]

const cited = (parts: readonly KnownPart[], { withScore }: { withScore: boolean }): readonly Run[] => [
  { text: printCitation(parts.map(({ ref }) => codeOf(ref))), cites: parts.map(({ ref }) => ref) },
  ...(withScore ? [say(`${scoreOf(parts)}${answered(parts)}`)] : []),
]

function scoreOf(parts: readonly KnownPart[]): string {
  const values = parts.map(({ score }) => twoPlaces(score.value)).toSorted(compareDecimal)
  const [least = '', most = ''] = [values[0], values.at(-1)]
  return least === most ? words.scored(least) : words.scoredBetween(least, most)
}

/** How many answered, where the source says it of each. */
function answered(parts: readonly KnownPart[]): string {
  const counts = parts.flatMap(({ score }) => score.nAnswered ?? [])
  return counts.length < parts.length ? '' : words.answeredBy(Math.min(...counts), Math.max(...counts))
}

const clause = (part: ViewPart): string =>
  listOf(part.concepts.map(({ key, title }) => draftClauses[key] ?? title.th))
const subject = (part: ViewPart): string => listOf(part.concepts.map(({ title }) => title.th))

/** Thai parts words by spaces; the last is joined by "and". */
const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(' ')}${words.and}${parts.at(-1)}`

const separated = (parts: readonly (readonly Run[])[]): readonly Run[] =>
  parts.flatMap((runs, at) => (at === 0 ? runs : [say(at === parts.length - 1 ? words.and : ' '), ...runs]))

const say = (text: string): Run => ({ text })

/** Neighbours that are no citations as one run, as they are read again. */
function joined(runs: readonly Run[]): readonly Run[] {
  const done: Run[] = []
  for (const run of runs) {
    const last = done.at(-1)
    if (run.text === '') continue
    if (last && !last.cites && !run.cites) done[done.length - 1] = { text: last.text + run.text }
    else done.push(run)
  }
  return done
}
