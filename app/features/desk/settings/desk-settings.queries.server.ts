import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { DeskSettings, Topic } from './desk-settings.domain.ts'
import { readDeskSettings } from './desk-settings.repo.server.ts'

export const findDeskSettings = (ctx: Ctx): Promise<Readonly<{ settings: DeskSettings; version: number }>> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readDeskSettings(tx, ctx.agency.id))

export const listTopics = async (ctx: Ctx): Promise<readonly Topic[]> =>
  (await findDeskSettings(ctx)).settings.topics
