import { loadCatalogue } from '../../app/features/catalogue/index.server.ts'
import { type PreparedReport, prepareReport } from '../../app/features/reports/prepare-report.server.ts'
import type { Report } from '../../app/features/reports/report.domain.ts'
import type { Language } from '../../app/i18n/language.ts'
import { exampleCycle, exampleFaults } from './example-cycle.ts'

/** The example cycle judged and made into its report with the shipped catalogue, findings in its appendix. */
export const preparedExample = (lang: Language = 'th'): PreparedReport =>
  prepareReport({
    cycle: exampleCycle(),
    catalogue: loadCatalogue(),
    lang,
    suspectedFaults: exampleFaults(),
    withFindings: true,
  })

/** The report of the example cycle. */
export const exampleReport = async (lang: Language = 'th'): Promise<Report> => preparedExample(lang).report
