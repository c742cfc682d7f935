import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Counter } from './counter.domain.ts'
import { listMatterChoices } from './matter-choices.server.ts'

/** What a counter is called; null where unit or service are none of the agency, so that nobody puts up a poster of others. */
export async function nameOfCounter(
  ctx: Ctx,
  { counter: { unit, service }, lang }: { counter: Counter; lang: Language },
): Promise<string | null> {
  const { units, services } = await listMatterChoices(ctx, lang)
  const names = [
    service === null ? '' : services.find(({ value }) => value === service)?.label,
    unit === null ? '' : units.find(({ value }) => value === unit)?.label.trim(),
  ]
  if (names.includes(undefined)) return null
  return names.filter((name) => name !== '').join(', ')
}
