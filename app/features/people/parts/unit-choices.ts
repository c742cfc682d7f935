import type { Language } from '../../../i18n/language.ts'
import { type Unit, unitLabel } from '../directory/unit.domain.ts'

const STEP = '\u2003'

/** Units for a field to choose from, each set in by how deep it stands. */
export const unitChoices = (
  units: readonly Readonly<{ unit: Pick<Unit, 'id' | 'code' | 'nameTh' | 'nameEn'>; depth: number }>[],
  lang: Language,
): readonly { value: string; label: string }[] =>
  units.map(({ unit, depth }) => ({ value: unit.id, label: STEP.repeat(depth) + unitLabel(unit, lang) }))
