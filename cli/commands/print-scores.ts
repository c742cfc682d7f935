import type { ComputedResult } from '../../app/features/assessments/index.server.ts'
import type { Framework } from '../../app/features/catalogue/index.ts'
import type { Terminal } from '../terminal.ts'

export type ScoredAgency = Readonly<{ code: string; result: ComputedResult }>

const SURVEYS = ['IIT', 'EIT', 'OIT'] as const
const NARROW = 8

/** One agency as `--json` writes it. */
export function agencyAsJson({ code, result }: ScoredAgency) {
  const entries = <V, T>(map: ReadonlyMap<string, V>, as: (value: V) => T) =>
    Object.fromEntries([...map].map(([key, value]) => [key, as(value)]))
  return {
    code,
    items: entries(result.items, ({ mean, why, n, excluded, unanswered, isUnverified }) => ({
      mean,
      ...(why !== null && { why }),
      n,
      excluded,
      unanswered,
      unverified: isUnverified,
    })),
    indicators: entries(result.indicators, ({ mean, counted, parts }) => ({ mean, counted, parts })),
    instruments: entries(result.instruments, ({ mean, weighted, respondents, counted, parts }) => ({
      mean,
      weighted,
      respondents,
      counted,
      parts,
    })),
    total: result.total,
    level: result.level,
  }
}

/** One line for an agency, and its items too where it is the only one. */
export function printAgency(
  { print, text, lang }: Terminal,
  framework: Framework,
  { code, result }: ScoredAgency,
  isAlone: boolean,
): void {
  const level = framework.levels.find(({ key }) => key === result.level)
  const surveys = SURVEYS.map(
    (survey) => `${survey} ${(result.instruments.get(survey)?.mean ?? '–').padStart(NARROW - 1)}`,
  )
  const total = `${text.score.total} ${(result.total ?? '–').padStart(NARROW - 1)}`
  print(`${code}  ${surveys.join('  ')}  ${total}  ${level?.title[lang] ?? '–'}`)
  if (!isAlone) return
  const { IIT, EIT } = { IIT: result.instruments.get('IIT'), EIT: result.instruments.get('EIT') }
  print(text.score.respondents(IIT?.respondents ?? 0, EIT?.respondents ?? 0))
  for (const [ref, { mean, n, excluded, unanswered }] of result.items)
    print(
      `  ${ref.padEnd(12)} ${(mean ?? '–').padStart(NARROW)}  ${text.score.counts(n, excluded, unanswered)}`,
    )
}
