import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { disclosureItemTh } from './disclosure-item.th.ts'

export type DisclosureItemText = TextOf<typeof disclosureItemTh>

export const disclosureItemEn: DisclosureItemText = {
  title: (code, year) => `Item ${code} of ${year}`,
  framework: (year) => `ITA framework ${year}`,
  verdict: 'Completeness',
  full: 'Every element is there and meets the criteria',
  zero: (count) => `${plural(count, 'element is', 'elements are')} missing, so the item scores 0`,
  readReport: 'Read the report that answers this item',
  required: 'Required elements',
  rule: 'The item scores 100 when every element is complete and meets the criteria; one missing element makes it 0.',
  toDo: 'What is to be done',
  matrix: 'Measure by measure',
  matrixCaption: 'State of every element of every measure',
  issue: 'Issue no.',
  measure: 'Measure no.',
  elements: { measure: 'Measure', summary: 'Summary', outcome: 'Outcome', period: 'Period' },
  states: { value: 'Given', none: 'Declared none', missing: 'Missing', shared: 'Shared outcome' },
  reasons: 'The reason for every element',
  issueMeasure: (issue, measure) => `Issue ${issue}, measure ${measure}`,
  sameCode: (code) => `${code} is something else in other years`,
  sameCodeLead:
    'The same code stands for different things in different years; a reference always names its year.',
  sameConcept: 'The same subject in other years',
  noCode: 'no item of this code',
  noReportTitle: 'Nothing is published for this item yet',
  noReportBody:
    'As soon as the agency brings in a report that answers this item, this page checks it element by element, with reasons.',
  noRuleTitle: 'A report answers this item, but there is no rule to judge it by yet',
  noRuleBody:
    'There is no automatic rule for this item yet; only the elements named by the framework are shown.',
  certainty: { sourced: 'from a source', inferred: 'inferred from sources', unverified: 'unverified' },
  walk: 'Issues, measures and reports about this item',
  untitled: 'The sources at hand do not give the title of this item',
}
