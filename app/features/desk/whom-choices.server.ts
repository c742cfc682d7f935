import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Choice } from '../../ui/form.tsx'
import { listOpenUnits } from '../people/index.server.ts'
import { unitLabel } from '../people/index.ts'
import { listOfficers } from './who-answers.queries.server.ts'

/** Units and officers to whom a ticket can be given, as choices. */
export async function listWhom(
  ctx: Ctx,
  lang: Language,
): Promise<Readonly<{ units: readonly Choice[]; officers: readonly Choice[] }>> {
  return {
    units: (await listOpenUnits(ctx)).map(({ unit, depth }) => ({
      value: unit.id,
      label: `${'\u00a0'.repeat(2 * depth)}${unitLabel(unit, lang)}`,
    })),
    officers: (await listOfficers(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }
}
