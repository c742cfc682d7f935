import type { TextOf } from '../../../i18n/language.ts'
import type { resultTabsTh } from './result-tabs.th.ts'

export const resultTabsEn: TextOf<typeof resultTabsTh> = {
  label: 'Pages of the results',
  tabs: {
    overview: 'Year by year',
    compare: 'Compare years',
    contradictions: 'Contradictions and proposed issues',
    checks: 'Data checks',
    peers: 'Other agencies',
    answers: 'Survey answers',
    import: 'Import results',
  },
}
