import type { CycleContent } from '../cycle.domain.ts'
import type { SuspectedFault } from './import.domain.ts'
import { cycleLines } from './rules/cycle-lines.domain.ts'
import { suspectedFaultsIn } from './rules/suspected-faults.domain.ts'

/** Where the text of a cycle is probably wrong, searched as that of a report is. Its lines are of no file. */
export const faultsOfContent = (content: CycleContent): readonly SuspectedFault[] =>
  suspectedFaultsIn(cycleLines(content), content.units).map((fault) => ({ ...fault, line: null }))
