import type { Language } from '../../i18n/language.ts'
import { saidIn } from '../../i18n/said.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Choice } from '../../ui/form.tsx'
import { listOpenUnits } from '../people/index.server.ts'
import { unitLabel } from '../people/index.ts'
import { listPublishedPages } from '../site/index.server.ts'
import { listTopics } from './settings/desk-settings.queries.server.ts'

export type MatterChoices = Readonly<{
  services: readonly Choice[]
  units: readonly Choice[]
  topics: readonly (Choice & Readonly<{ hasPlace: boolean }>)[]
}>

/** What a matter can be about: published service pages, open units, topics of the desk. */
export async function listMatterChoices(ctx: Ctx, lang: Language): Promise<MatterChoices> {
  const [services, units, topics] = await Promise.all([
    listPublishedPages(ctx, 'service'),
    listOpenUnits(ctx),
    listTopics(ctx),
  ])
  return {
    services: services.map(({ content: { slug, title } }) => ({
      value: slug,
      label: saidIn(lang, title).words,
    })),
    units: units.map(({ unit, depth }) => ({
      value: unit.id,
      label: `${'\u00a0'.repeat(2 * depth)}${unitLabel(unit, lang)}`,
    })),
    topics: topics.map(({ key, title, hasPlace }) => ({ value: key, label: title[lang], hasPlace })),
  }
}
