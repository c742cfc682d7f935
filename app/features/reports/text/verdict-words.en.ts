import type { TextOf } from '../../../i18n/language.ts'
import type { verdictWordsTh } from './verdict-words.th.ts'

export type VerdictWords = TextOf<typeof verdictWordsTh>

export const verdictWordsEn: VerdictWords = {
  element: {
    measure: 'measure or activity',
    summary: 'summary of the work',
    outcome: 'outcome or success',
    period: 'period',
  },
  place: (issue, measure) => `Issue ${issue}, measure ${measure}`,
  issuePlace: (issue) => `Issue ${issue}`,
  reportPlace: 'Whole report',
  hasValue: (element) => `The ${element} is stated`,
  isShared: (measure) => `Covered by the outcome printed with measure ${measure} of the same issue`,
  declaredAllowed: (element, by, day) =>
    `No ${element}, as ${by} declared on ${day}; the criteria allow this to be declared`,
  declaredRefused: (element, by, day) =>
    `No ${element}, as ${by} declared on ${day}, but the criteria of this item require it to be shown`,
  isMissing: (element) => `The ${element} is missing`,
  saysNothing: (element, written) =>
    `The ${element} is only “${written}”, which neither states anything nor declares, with who and when, that there is none`,
  noMeasure: 'This issue has no measure or activity',
  noIssue: 'The report has no issue, hence no measure or activity',
  periodWithin: (written, years, year) => `The period ${written} lies within ${years} year B.E. ${year}`,
  periodWithinThoughNot: (written, years, others, year) =>
    `The period ${written} lies within ${years} year B.E. ${year}, though not wholly within ${others} year B.E. ${year}`,
  yearReading: { fiscal: 'fiscal', calendar: 'calendar' },
  readings: (years) => years.join(' or '),
  periodTouches: (written, year) => `The period ${written} lies only partly in the year B.E. ${year}`,
  periodOutside: (written, years, year) => `The period ${written} does not lie in ${years} year B.E. ${year}`,
  periodNotWithin: (written, years, year) =>
    `The period ${written} does not lie wholly in ${years} year B.E. ${year}`,
  someOwner: 'the responsible unit',
  addIssue: 'The authors of the report should add the issues and measures of the year that the criteria name',
  addMeasure: (issue) =>
    `The authors of the report should add at least one measure or activity to issue ${issue}`,
  fillIn: (owner, element, issue, measure) =>
    `Ask ${owner} to state the ${element} of measure ${measure} in issue ${issue}`,
  fillInOutcome: (owner, issue, measure) =>
    `Ask ${owner} to state the outcome of measure ${measure} in issue ${issue}, or to say that the issue’s outcome covers it too`,
  orDeclareNone: (ask) => `${ask}; if there is none, to declare so with who says it and when`,
  replaceDeclaration: (owner, element, issue, measure) =>
    `Ask ${owner} to state the ${element} of measure ${measure} in issue ${issue} instead of declaring none`,
  fixPeriod: (owner, issue, measure, year) =>
    `Ask ${owner} to check the period of measure ${measure} in issue ${issue}: correct it if the work was done in B.E. ${year}; if it was not, report it with the year in which it was done`,
  narrowPeriod: (owner, year) => `Ask ${owner} to say which part was done in B.E. ${year}`,
}
