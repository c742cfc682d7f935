import { fieldValue } from '../../../kernel/field.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import type { IssueFacts, MeasureFacts } from './working-cycle.domain.ts'

/** Everything in an issue that a person may search for. */
export const issueSearchText = ({ title, analysis, limitations }: IssueFacts): string =>
  [title, plainText(analysis), ...limitations.map(plainText)].join('\n')

/** Everything in a measure that a person may search for. */
export const measureSearchText = (facts: MeasureFacts): string =>
  [
    plainText(fieldValue(facts.text) ?? []),
    facts.ownersWritten ?? '',
    facts.expectedEvidence ?? '',
    plainText(fieldValue(facts.summary) ?? []),
  ].join('\n')
