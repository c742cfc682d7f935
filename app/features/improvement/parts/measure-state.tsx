import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { measureStateText } from '../measures/text/index.ts'
import { isLate, type MeasureState } from '../working/measure-state.domain.ts'

const LOOKS = {
  'not-started': 'none',
  working: 'working',
  'in-review': 'review',
  returned: 'returned',
  done: 'done',
} as const satisfies Record<MeasureState, ChipState>

type MeasureStateChipProps = Readonly<{
  lang: Language
  state: MeasureState
  /** With the day by which it is to be handed in, and today, a second chip says that the day has passed. */
  dueOn?: IsoDay | null
  today?: IsoDay
}>

/** State of a measure, and that it is late. */
export function MeasureStateChip({ lang, state, dueOn = null, today }: MeasureStateChipProps) {
  const text = measureStateText(lang)
  return (
    <>
      <Chip state={LOOKS[state]}>{text.states[state]}</Chip>
      {today !== undefined && isLate({ state, dueOn }, today) && (
        <>
          {' '}
          <Chip state="late">{text.late}</Chip>
        </>
      )}
    </>
  )
}
