import type { Language } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import type { EditClash } from '../working/working.errors.ts'
import type { StepKind } from './steps/step.domain.ts'
import { measureRefusalEn } from './text/measure-refusal.en.ts'
import { measureRefusalTh } from './text/measure-refusal.th.ts'

export type MeasureWorkCode = keyof typeof measureRefusalTh.codes

/** Somebody else has moved the measure on since the page was opened; `last` says who, where it is known. */
export type MovedOn = Readonly<{
  code: 'measure.moved-on'
  last: Readonly<{ kind: StepKind; byName: string; at: Date }> | null
}>
/** What was to be accepted is not what was read. */
export type ChangedSince = Readonly<{ code: 'measure.changed-since'; byName: string; at: Date }>

export type MeasureFault = Readonly<{ code: MeasureWorkCode }> | MovedOn | ChangedSince

/** Every way in which working on a measure is refused. */
export type MeasureWorkError = MeasureFault | EditClash | PermissionRefusal

/** The refusal as one sentence. */
export function measureFaultText(
  fault: MeasureFault | EditClash | Readonly<{ code: 'citation.unknown-item'; unknown: readonly string[] }>,
  lang: Language,
): string {
  const text = lang === 'th' ? measureRefusalTh : measureRefusalEn
  switch (fault.code) {
    case 'measure.moved-on':
      return movedOnText(fault, lang)
    case 'measure.changed-since':
      return text.changedSince({ by: fault.byName, at: formatInstant(fault.at, lang) })
    case 'citation.unknown-item':
      return text.unknownItems(fault.unknown.join(', '))
    case 'edit.clash':
      return text.clash
    default:
      return text.codes[fault.code]
  }
}

function movedOnText({ last }: MovedOn, lang: Language): string {
  const text = lang === 'th' ? measureRefusalTh : measureRefusalEn
  if (last === null) return text.movedOn.unclear
  const said = { by: last.byName, at: formatInstant(last.at, lang) }
  switch (last.kind) {
    case 'started':
    case 'submitted':
    case 'returned':
    case 'accepted':
    case 'reopened':
      return text.movedOn[last.kind](said)
    default:
      return text.movedOn.unclear
  }
}
