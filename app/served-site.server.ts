import { data } from 'react-router'
import { type AgencyDirectory, findAgency } from './features/people/index.server.ts'
import { findSiteMenu } from './features/site/index.server.ts'
import type { ProgramCtx } from './platform/ctx.server.ts'
import { withoutAgency } from './platform/db/tenant.server.ts'
import { log } from './platform/log/log.server.ts'
import type { App, ServedAgency } from './web/app.server.ts'
import { publicOrigin } from './web/public-origin.ts'
import { shellTh } from './web/text/shell.th.ts'

/** How long a page waits for a database that does not answer, before it says so. */
const LONGEST_WAIT_MS = 5_000

/** Where the sites of all agencies are. */
export type Sites = Readonly<{
  ctx: ProgramCtx
  directory: AgencyDirectory
  origin: string
  isMailOn: boolean
}>

/** The site of the agency that answers under a `Host` header. */
export function siteAt({ ctx, directory, origin, isMailOn }: Sites, host: string | undefined): App {
  const entry = directory.find(host)
  const agency = async (): Promise<ServedAgency | null> => {
    if (!entry) return null
    const asked = withoutAgency(ctx.db, (tx) => findAgency(tx, entry.id))
    const found = await within(LONGEST_WAIT_MS, asked).catch((error: Error) => {
      log.error({ err: error }, 'database-away')
      throw data(null, 503)
    })
    if (!found) return null
    return {
      ctx: { ...ctx, agency: found },
      nameTh: found.nameTh ?? shellTh.productName,
      nameEn: found.nameEn,
    }
  }
  return {
    origin: publicOrigin({ origin, hostName: entry?.hostName ?? null, host }),
    isMailOn,
    agency,
    frame: async (lang) => {
      const served = await agency()
      return served && findSiteMenu(served, lang)
    },
  }
}

/** What `work` gives, or an error when it gives nothing within `ms` milliseconds. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}

/** Waits for the last work of a program that ends, but not for long, and says in the log what was left undone. */
export async function upTo(ms: number, work: Promise<unknown>, leftUndone: string): Promise<void> {
  await within(ms, work).catch((error) => log.warn({ err: error }, leftUndone))
}
