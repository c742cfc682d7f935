import { loadCatalogue } from '../../app/features/catalogue/index.server.ts'
import { prepareReport } from '../../app/features/reports/prepare-report.server.ts'
import type { Report } from '../../app/features/reports/report.domain.ts'
import type { Language } from '../../app/i18n/language.ts'
import { exampleCycle, exampleFaults } from './example-cycle.ts'

/** The report of the example cycle with the shipped catalogue, findings in its appendix. */
export async function exampleReport(lang: Language = 'th'): Promise<Report> {
  const catalogue = await loadCatalogue()
  const suspectedFaults = exampleFaults()
  return prepareReport({ cycle: exampleCycle(), catalogue, lang, suspectedFaults, withFindings: true }).report
}
