import type { Bilingual } from '../../i18n/language.ts'
import { type DecimalText, meanOf, meanOfMeans } from '../../kernel/decimal.ts'
import type { Framework } from '../catalogue/index.ts'
import type { ElementVerdict } from '../reports/index.ts'
import { findingText, type OpenFinding } from '../watch/index.ts'
import type {
  ElementAnswer,
  ElementJudged,
  ElementState,
  ItemGroup,
  ItemScore,
  Required,
} from './disclosure.domain.ts'
import { scoreWords } from './text/index.ts'

type Given = Readonly<{
  required: readonly Required[]
  answers: readonly ElementAnswer[]
  /** What is open at the addresses of the item. */
  findings: readonly OpenFinding[]
}>

/**
 * 100 where every element is given or declared to be none, and no finding at an address of the item fails; 0 otherwise, with
 * every reason. An element that was not seen at the address does not pass, whatever was entered for it.
 */
export function scoreItem({ required, answers, findings }: Given): ItemScore {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]))
  return withFindings(
    required.map((element) => judged(element, byKey.get(element.key))),
    findings,
  )
}

/** The same of an item that a published report answers: its elements are what the rule said of every cell of the report. */
export function scoreByReport({
  required,
  verdict,
  findings,
}: Readonly<{
  required: readonly Required[]
  /** Null where no report is published. */
  verdict: Readonly<{ elements: readonly ElementVerdict[] }> | null
  findings: readonly OpenFinding[]
}>): ItemScore {
  return withFindings(
    required.map((element) => judgedByReport(element, verdict?.elements ?? null)),
    findings,
  )
}

/** An answer as it counts: one without facts, or without words where none is declared, is missing. */
function stateOf(answer: ElementAnswer | undefined): ElementState {
  if (answer?.state === 'value' && answer.facts.length > 0) return 'value'
  return answer?.state === 'none' && answer.declared !== null ? 'none' : 'missing'
}

function judged(element: Required, answer: ElementAnswer | undefined): ElementJudged {
  const state = stateOf(answer)
  if (state === 'missing') return { ...element, ...missing(element) }
  return {
    ...element,
    state,
    passes: true,
    reason:
      state === 'none'
        ? scoreWords((words) => words.declared(answer?.declared?.text ?? ''))
        : scoreWords((words) => words.given(answer?.facts.length ?? 0)),
    remedy: null,
  }
}

type Judgement = Pick<ElementJudged, 'state' | 'passes' | 'reason' | 'remedy'>

const missing = ({ text }: Required): Judgement => ({
  state: 'missing',
  passes: false,
  reason: inEach((lang) => scoreWords((words) => words.missing(text[lang]))[lang]),
  remedy: scoreWords((words) => words.add),
})

function judgedByReport(element: Required, cells: readonly ElementVerdict[] | null): ElementJudged {
  const own = (cells ?? []).filter((cell) => cell.element === element.key)
  const fault = own.find(({ passes }) => !passes)
  if (own.length === 0)
    return {
      ...element,
      state: 'missing',
      passes: false,
      reason: scoreWords((words) => words.noReport),
      remedy: scoreWords((words) => words.publishReport),
    }
  if (fault)
    return {
      ...element,
      state: fault.state === 'shared' ? 'value' : fault.state,
      passes: false,
      reason: fault.reason,
      remedy: fault.remedy,
    }
  return {
    ...element,
    state: own.every(({ state }) => state === 'none') ? 'none' : 'value',
    passes: true,
    reason: scoreWords((words) => words.fromReport),
    remedy: null,
  }
}

function withFindings(elements: readonly ElementJudged[], findings: readonly OpenFinding[]): ItemScore {
  const failing = findings.filter(({ weight }) => weight === 'fails')
  const notSeen = new Map(
    failing
      .filter(
        ({ code, subject }) => code === 'element.missing' && elements.some(({ key }) => key === subject),
      )
      .map((finding) => [finding.subject, finding]),
  )
  const seen = elements.map((element) => {
    const finding = notSeen.get(element.key)
    return finding && element.passes ? { ...element, ...unseen(element, finding) } : element
  })
  const faults = [
    ...seen.filter(({ passes }) => !passes).map(({ reason }) => reason),
    ...failing.filter((finding) => notSeen.get(finding.subject) !== finding).map(faultOf),
  ]
  return { score: faults.length === 0 ? 100 : 0, elements: seen, faults }
}

const unseen = ({ text }: ElementJudged, { address }: OpenFinding) => ({
  passes: false,
  reason: inEach((lang) => scoreWords((words) => words.notSeen(text[lang], address))[lang]),
  remedy: scoreWords((words) => words.showIt),
})

const faultOf = (finding: OpenFinding): Bilingual =>
  inEach((lang) => `${finding.address}: ${findingText(lang, finding).problem}`)

const inEach = (say: (lang: 'th' | 'en') => string): Bilingual => ({ th: say('th'), en: say('en') })

/** A mean with two places, or as many as the framework prints, of `n` items. */
export type ItemsMean = Readonly<{ value: DecimalText; n: number }>
export type Totals = Readonly<{
  subs: readonly (ItemsMean & Readonly<{ number: string }>)[]
  /** "9" and "10". */
  indicators: readonly (ItemsMean & Readonly<{ number: string }>)[]
  /** Of the whole of OIT; null where there is no item. */
  instrument: ItemsMean | null
}>
type Scored = Readonly<{ score: Pick<ItemScore, 'score'> }>

/**
 * What the items come to by the rule of the framework year: an indicator is the mean of its items, OIT the mean of its
 * indicators, nothing rounded between. Null where the rule is none that the program knows.
 */
export function totalsOf(
  groups: readonly ItemGroup<Scored>[],
  { rule, decimals }: Pick<Framework['aggregation'], 'rule' | 'decimals'>,
): Totals | null {
  if (rule !== 'mean-of-means') return null
  const scored = groups.filter(({ number, items }) => number !== '' && items.length > 0)
  const scoresOf = (of: readonly ItemGroup<Scored>[]) =>
    of.flatMap(({ items }) => items.map(({ score }) => String(score.score)))
  const indicators = [...Map.groupBy(scored, ({ number }) => number.split('.')[0] ?? '')].map(
    ([number, of]) => ({ number, scores: scoresOf(of) }),
  )
  return {
    subs: scored.map((group) => ({
      number: group.number,
      value: meanOf(scoresOf([group]), decimals),
      n: group.items.length,
    })),
    indicators: indicators.map(({ number, scores }) => ({
      number,
      value: meanOf(scores, decimals),
      n: scores.length,
    })),
    instrument:
      indicators.length === 0
        ? null
        : {
            value: meanOfMeans(
              indicators.map(({ scores }) => scores),
              decimals,
            ),
            n: indicators.reduce((sum, { scores }) => sum + scores.length, 0),
          },
  }
}
