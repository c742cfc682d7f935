import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sha256Hex } from '../../app/platform/hash/content-hash.ts'
import { inChannelOf, readAll } from '../../tests/support/sealed-program.ts'
import type { Site } from '../ground/site.ts'
import type { Ledger } from './ledger.ts'

/** What was acknowledged and is not there, and what is there by half. A sentence for each. */
export type Checked = Readonly<{ lost: readonly string[]; damaged: readonly string[] }>

type Counts = Readonly<Record<string, number>>

/** Rows beside the audit rows that tell of them: what was there before anybody worked has none. */
const PAIRS: Readonly<Record<string, readonly [rows: string, action: readonly string[]]>> = {
  progress: ['select count(*)::int as n from progress_entry where agency_id = $1', ['progress.added']],
  tickets: ['select count(*)::int as n from desk_ticket where agency_id = $1', ['ticket.added']],
  publications: ['select count(*)::int as n from site_publication where agency_id = $1', ['page.published']],
  files: [
    'select count(*)::int as n from evidence_version where agency_id = $1 and sha256 is not null',
    ['evidence.added', 'evidence.versioned'],
  ],
}

/** Rows without an audit row, by kind: the same number before and after whatever happens. */
export async function countUnaudited(site: Site): Promise<Counts> {
  const counts: Record<string, number> = {}
  for (const [kind, [rows, actions]] of Object.entries(PAIRS)) {
    const [there] = await site.query<{ n: number }>(rows, [site.agency.id])
    const [told] = await site.query<{ n: number }>(
      'select count(*)::int as n from audit_log where agency_id = $1 and action = any($2)',
      [site.agency.id, actions],
    )
    counts[kind] = (there?.n ?? 0) - (told?.n ?? 0)
  }
  return counts
}

/** Looks past the program at everything that it acknowledged, and runs `prongsai verify`. */
export async function checkKept(site: Site, ledger: Ledger, unaudited: Counts): Promise<Checked> {
  const lost = [...(await lostRows(site, ledger)), ...(await lostFiles(site, ledger))]
  const reports = await checkReports(site, ledger)
  const damaged = [
    ...(await checkVersions(site)),
    ...(await checkIndexes(site)),
    ...(await checkVerified(site)),
    ...reports.damaged,
  ]
  const now = await countUnaudited(site)
  for (const [kind, count] of Object.entries(unaudited))
    if (now[kind] !== count)
      damaged.push(`${kind}: ${now[kind]} rows more than audit rows, and ${count} before`)
  return { lost: [...lost, ...reports.lost], damaged }
}

async function lostRows(site: Site, ledger: Ledger): Promise<readonly string[]> {
  const { id, ids } = site.agency
  const textsOf = async (sql: string, value: string) =>
    (await site.query<{ text: string }>(sql, [value])).map(({ text }) => text)
  const progress = await textsOf('select text::text as text from progress_entry where agency_id = $1', id)
  const tickets = await textsOf('select reference as text from desk_ticket where agency_id = $1', id)
  const pages = await textsOf(
    "select content->>'slug' as text from site_publication where agency_id = $1",
    id,
  )
  const lost: string[] = []
  const marks = progress.flatMap(
    (text) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0] ?? [],
  )
  for (const [what, acknowledged, there] of [
    ['progress', ledger.progress, marks],
    ['ticket', ledger.tickets, tickets],
    ['publication', ledger.pages, pages],
  ] as const) {
    const times = new Map<string, number>()
    for (const one of there) times.set(one, (times.get(one) ?? 0) + 1)
    for (const one of acknowledged)
      if (times.get(one) !== 1) lost.push(`${what} ${one} is there ${times.get(one) ?? 0} times`)
  }
  const [summary = ''] = await textsOf(
    'select summary::text as text from working_measure where id = $1',
    ids.measureId,
  )
  const { saved, since } = ledger.summary
  if (saved !== null && ![saved, ...since].some((mark) => summary.includes(mark)))
    lost.push(`summary ${saved} was acknowledged, and is not there`)
  return lost
}

async function lostFiles(site: Site, ledger: Ledger): Promise<readonly string[]> {
  const { id } = site.agency
  const rows = await site.query<{ sha256: string; size: string }>(
    `select distinct f.sha256, f.size from stored_file f join evidence_version v using (agency_id, sha256)
     where f.agency_id = $1`,
    [id],
  )
  const known = new Set(rows.map(({ sha256 }) => sha256))
  const lost = ledger.files.filter((hash) => !known.has(hash)).map((hash) => `file ${hash} has no row`)
  for (const hash of ledger.files) {
    const place = path.join(site.dataDir, 'files', id, hash.slice(0, 2), hash)
    if (!existsSync(place)) lost.push(`file ${hash} is not on the disk`)
    else if (sha256Hex(readFileSync(place)) !== hash) lost.push(`file ${hash} is on the disk, and altered`)
  }
  return lost
}

/** Reads every report that the reader can open, to the last byte of its files. */
async function checkReports(site: Site, ledger: Ledger): Promise<Checked> {
  if (ledger.reports.length === 0) return { lost: [], damaged: [] }
  const cases = await inChannelOf({ ...site.env }, { id: site.agency.id, code: 'one' }, (ctx) =>
    readAll(ctx, site.reader),
  )
  const lost: string[] = []
  for (const { mark, fileHash } of ledger.reports) {
    const found = cases.filter(({ texts }) => texts.some((text) => text.includes(mark)))
    const hashes = found.flatMap(({ files }) => files.map(({ bytes }) => sha256Hex(bytes)))
    if (found.length !== 1 || hashes.length !== 1 || hashes[0] !== fileHash)
      lost.push(`a report that has a receipt is there ${found.length} times with ${hashes.length} files`)
  }
  const halves = cases.filter(({ isWhole, files }) => !isWhole || files.length !== 1)
  return { lost, damaged: halves.map(() => 'a report is there by half') }
}

async function checkVersions(site: Site): Promise<readonly string[]> {
  const { measureId } = site.agency.ids
  const [row] = await site.query<{ version: number; versions: number[] }>(
    `select version, array(select distinct c.version from field_change c where c.object_id = m.id order by 1) as versions
     from working_measure m where id = $1`,
    [measureId],
  )
  const expected = Array.from({ length: (row?.version ?? 1) - 1 }, (_, index) => index + 2)
  return JSON.stringify(row?.versions) === JSON.stringify(expected)
    ? []
    : [`the measure has version ${row?.version}, and changes for ${row?.versions.length} of them`]
}

/** Whether every index says what its table says. */
async function checkIndexes(site: Site): Promise<readonly string[]> {
  await site.query('create extension if not exists amcheck')
  try {
    await site.query(`select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam
      where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p'`)
    return []
  } catch (error) {
    return [`an index is damaged: ${(error as Error).message}`]
  }
}

async function checkVerified(site: Site): Promise<readonly string[]> {
  const { status, out, err } = await site.command(['verify', '--json'])
  return status === 0 ? [] : [`prongsai verify ends with ${status}: ${(out || err).slice(0, 2000)}`]
}
