import type { Bilingual } from '../../i18n/language.ts'
import { verdictSentence } from './text/index.ts'
import type { ElementVerdict } from './verdict.domain.ts'

/** Where an element stands, in words. Measure 0 is an issue without measures, issue 0 a report without issues. */
export const elementPlace = ({ issue, measure }: Pick<ElementVerdict, 'issue' | 'measure'>): Bilingual =>
  verdictSentence((words) => {
    if (issue === 0) return words.reportPlace
    return measure === 0 ? words.issuePlace(issue) : words.place(issue, measure)
  })
