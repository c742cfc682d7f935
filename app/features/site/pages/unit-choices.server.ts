import type { Language } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { listOpenUnits } from '../../people/index.server.ts'
import { unitLabel } from '../../people/index.ts'

const STEP = '\u2003'

/** Units that may keep a page, each set in by how deep it stands. */
export const listUnitChoices = async (ctx: Ctx, lang: Language) =>
  (await listOpenUnits(ctx)).map(({ unit, depth }) => ({
    value: unit.id,
    label: STEP.repeat(depth) + unitLabel(unit, lang),
  }))
