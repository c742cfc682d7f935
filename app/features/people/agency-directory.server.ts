import type { Db } from '../../platform/db/database.server.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { listAgencyHosts } from './agency.repo.server.ts'

/** Which agency answers under which host name, in memory: it is asked before every page, kept ones too. */
export type AgencyDirectory = Readonly<{
  /**
   * The agency of a `Host` header, as the browser sent it. The default agency answers wherever no other does, until it has a
   * host name of its own; null where nobody answers.
   */
  find: (host: string | undefined) => Readonly<{ id: string; code: string; hostName: string | null }> | null
  /** Every agency that answers somewhere; without a host name at the address of the installation. */
  list: () => readonly Readonly<{ id: string; code: string; hostName: string | null }>[]
  /** Whether there is no agency at all yet. */
  isEmpty: () => boolean
  /** Reads it anew: call it when agencies may have changed. */
  refresh: () => Promise<void>
}>

const MOST_REMEMBERED = 1_000

/** `origin` is the public address of the installation: no agency can take its host name from the default one. */
export async function openAgencyDirectory(
  db: Db,
  defaultCode: string,
  origin: string,
): Promise<AgencyDirectory> {
  const ownHost = hostNameOf(new URL(origin).host)
  let listed: Awaited<ReturnType<typeof listAgencyHosts>> = []
  let byHost = new Map<string, { id: string; code: string; hostName: string | null }>()
  let fallback: { id: string; code: string; hostName: string | null } | null = null
  // Asked before every page, mostly by a few names; strangers' names must not fill it.
  const asked = new Map<string | undefined, ReturnType<AgencyDirectory['find']>>()
  const refresh = async () => {
    const agencies = await withoutAgency(db, listAgencyHosts)
    byHost = new Map(agencies.flatMap((agency) => (agency.hostName ? [[agency.hostName, agency]] : [])))
    listed = agencies
    const own = agencies.find((agency) => agency.code === defaultCode)
    fallback = own && own.hostName === null ? own : null
    asked.clear()
  }
  await refresh()
  const find = (host: string | undefined) => {
    const known = asked.get(host)
    if (known !== undefined) return known
    const name = hostNameOf(host)
    const found = (name === ownHost ? fallback : null) ?? byHost.get(name) ?? fallback
    if (asked.size < MOST_REMEMBERED) asked.set(host, found)
    return found
  }
  return {
    find,
    list: () => listed.filter(({ code, hostName }) => hostName !== null || code === defaultCode),
    isEmpty: () => listed.length === 0,
    refresh,
  }
}

/** "ITA.Agency.go.th.:8080" → "ita.agency.go.th". */
const hostNameOf = (host: string | undefined): string =>
  (host ?? '').toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '')
