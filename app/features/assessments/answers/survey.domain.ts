import type { OptionCounts } from '../scoring/computed.domain.ts'

/** Instruments that people answer; disclosure is not answered but looked at. */
export const SURVEYS = ['IIT', 'EIT'] as const
export type SurveyInstrument = (typeof SURVEYS)[number]

export type Respondents = Readonly<Record<SurveyInstrument, number>>

export const isSurvey = (instrument: string): instrument is SurveyInstrument =>
  (SURVEYS as readonly string[]).includes(instrument)

/** Answers of one instrument of one file, as they are listed; `withdrawn` where they no longer count. */
export type ListedBatch = Readonly<{
  id: string
  year: number
  instrument: SurveyInstrument
  fileName: string
  sha256: string
  nRespondents: number
  sourceNote: string | null
  importedAt: Date
  importedBy: string
  withdrawn: Readonly<{ at: Date; by: string }> | null
}>

/** How many had to answer, and who said so. */
export type AnswerTarget = Readonly<{ nRequired: number; setAt: Date; setBy: string }>

/** What answers of one year come to: files, their sums, how many stand behind them, how many had to. */
export type YearAnswers = Readonly<{
  year: number
  /** The newest first; withdrawn ones too. */
  batches: readonly ListedBatch[]
  counts: OptionCounts
  respondents: Respondents
  targets: ReadonlyMap<SurveyInstrument, AnswerTarget>
}>
