import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { oldestUpload, type ResultUpload } from './upload.domain.ts'
import { findUploadIn } from './upload.repo.server.ts'

/** A file that waits in this agency, whoever sent it; null where there is none, or none any more. */
export const findUpload = async (ctx: Ctx, id: string): Promise<ResultUpload | null> =>
  isUuid(id)
    ? withAgency(ctx.db, ctx.agency.id, (tx) =>
        findUploadIn(tx, { agencyId: ctx.agency.id, id, oldest: oldestUpload(ctx.now()) }),
      )
    : null
