import { MEASURE_STATES, type MeasureState, type WorkingCycle } from '../../improvement/index.ts'
import { type MeasureLine, unitsAtWork, type YearFilter } from './year-work.domain.ts'

const isState = (text: string | null): text is MeasureState =>
  (MEASURE_STATES as readonly (string | null)[]).includes(text)

/** What the address chooses; what it names and the year does not have is not chosen. */
export function filterFrom(
  params: URLSearchParams,
  { cycle, lines }: Readonly<{ cycle: WorkingCycle; lines: readonly MeasureLine[] }>,
): YearFilter {
  const [state, unit, issue] = [params.get('state'), params.get('unit'), params.get('issue')]
  return {
    state: isState(state) ? state : null,
    isLate: params.get('late') === '1',
    unitId: unitsAtWork(lines).find(({ id }) => id === unit)?.id ?? null,
    issueId: cycle.issues.find(({ id }) => id === issue)?.id ?? null,
  }
}

/** The query of an address that chooses so; empty for the whole year. */
export function filterQuery(filter: YearFilter): string {
  const params = new URLSearchParams()
  if (filter.state !== null) params.set('state', filter.state)
  if (filter.isLate) params.set('late', '1')
  if (filter.unitId !== null) params.set('unit', filter.unitId)
  if (filter.issueId !== null) params.set('issue', filter.issueId)
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}
