import type { Catalogue } from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import { type DataCheck, SEVERITIES, SEVERITY, type YearImport } from './data-check.domain.ts'
import { answersOf, rangesOf, unverifiedIn } from './figure-checks.domain.ts'
import { equalValuesIn, repeatedIn } from './repeated-values.domain.ts'
import { sumsOf } from './sum-checks.domain.ts'

/** Everything that stands out in results: the newest year first, in a year the gravest first. */
export function dataChecks(
  catalogue: Catalogue,
  years: readonly YearResults[],
  imports: readonly YearImport[],
): readonly DataCheck[] {
  return years
    .toSorted((a, b) => b.year - a.year)
    .flatMap((results) => {
      const { year } = results
      const framework = catalogue.frameworks.find((one) => one.year === year)
      const ofYear = imports.filter((one) => one.year === year)
      const found: readonly DataCheck[] = [
        ...(framework
          ? [
              ...rangesOf(framework, results),
              ...sumsOf(framework, results),
              ...equalValuesIn(framework, results),
              ...repeatedIn(catalogue, results, years),
              ...answersOf(framework, results),
              ...unverifiedIn(framework, results),
            ]
          : [{ code: 'no-framework' as const, year, severity: SEVERITY['no-framework'] }]),
        ...(ofYear.length > 1
          ? [
              {
                code: 'imported-again' as const,
                year,
                severity: SEVERITY['imported-again'],
                imports: ofYear,
              },
            ]
          : []),
      ]
      return found.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    })
}
