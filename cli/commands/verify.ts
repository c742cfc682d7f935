import { findPublications } from '../../app/features/approvals/index.server.ts'
import { findWrongAnswerSums } from '../../app/features/assessments/index.server.ts'
import { listFrozenItems } from '../../app/features/disclosure/index.server.ts'
import { findCycleByHash } from '../../app/features/improvement/index.server.ts'
import { contentOf } from '../../app/features/improvement/index.ts'
import { listFrozenPages } from '../../app/features/site/index.server.ts'
import { auditBreakSentence } from '../../app/platform/audit/audit-words.ts'
import { type VerifiedAudit, verifyAudit } from '../../app/platform/audit/verify-audit.server.ts'
import type { Config } from '../../app/platform/config/config.server.ts'
import type { ProgramCtx } from '../../app/platform/ctx.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import { openStore } from '../../app/platform/files/open-store.server.ts'
import { contentHash } from '../../app/platform/hash/content-hash.ts'
import { addressOf } from '../../app/web/addresses.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { hasDatabase } from './database.ts'
import { settings } from './settings.ts'
import { verifyBackup } from './verify-backup.ts'
import { type CheckedFiles, verifyFiles } from './verify-files.ts'

/**
 * A version of a report, a disclosed item or a page that is public, or was until it was withdrawn: `hash` is the one under which it was published, `ok`
 * whether its content still has it.
 */
type Publication = Readonly<{ agency: string; address: string; version: number; hash: string; ok: boolean }>

/** Stored sums of survey answers, by year and code, that are not what the kept answers come to. */
type WrongSums = Readonly<{ agency: string; sums: readonly string[] }>

/**
 * `prongsai verify`: whether the audit log of every agency is whole, everything published what was published, every
 * stored sum of answers what the answers come to, and every file that is kept, of evidence and of publications, there as it
 * was kept. Exit 1 when anything is not, with the first broken link of each agency. `prongsai verify FILE` looks into a backup
 * instead. Reads only.
 */
export const verify: Command = async (terminal, { files, identity }) => {
  const [file, tooMany] = files
  if (tooMany !== undefined) throw new BadInput(terminal.text.tooManyFiles(tooMany))
  if (file !== undefined) return verifyBackup(terminal, file, identity ?? null)
  if (identity !== undefined) throw new BadInput(terminal.text.backup.identityNeedsFile)
  if (!hasDatabase(terminal)) throw new BadInput(terminal.text.verify.noDatabase)
  const verified = await verifyInstallation(terminal, settings(terminal))
  if (terminal.json) terminal.print(JSON.stringify(verified))
  else printInstallation(terminal, verified)
  return verified.ok ? EXIT.done : EXIT.saidNo
}

export type VerifiedInstallation = Readonly<{
  ok: boolean
  /** Of the agency of the settings. */
  auditHead: string | null
  publications: readonly Publication[]
  files: CheckedFiles
  wrongSums: readonly WrongSums[]
  agencies: readonly Omit<VerifiedAudit, 'agencyId'>[]
}>

/** Verifies the installation of these settings. Reads only. */
export async function verifyInstallation(terminal: Terminal, config: Config): Promise<VerifiedInstallation> {
  const database = await openDatabase(config)
  try {
    const actor = { kind: 'command', name: 'prongsai verify' } as const
    const ctx: ProgramCtx = { db: database.db, actor, now: () => new Date() }
    const agencies = await verifyAudit(ctx.db)
    const publications = await publicationsOf(ctx, agencies)
    const wrongSums = await wrongSumsOf(ctx, agencies)
    const files = await verifyFiles(
      agencies.map(({ agencyId: id, code }) => ({ ...ctx, agency: { id, code } })),
      {
        store: openStore({ dataDir: config.dataDir, s3: config.files.s3 }),
        onFile: (checked) => terminal.progress(terminal.text.verify.checkingFiles(checked)),
      },
    )
    return {
      ok:
        [...agencies, ...publications].every((part) => part.ok) &&
        wrongSums.length === 0 &&
        files.bad.length === 0,
      auditHead: agencies.find(({ code }) => code === config.agencyCode)?.auditHead ?? null,
      publications,
      files,
      wrongSums,
      agencies: agencies.map(({ agencyId, ...agency }) => agency),
    }
  } finally {
    await database.close()
  }
}

export function printInstallation(terminal: Terminal, verified: VerifiedInstallation): void {
  printVerified(terminal, verified.agencies, verified.publications)
  printFiles(terminal, verified.files)
  for (const { agency, sums } of verified.wrongSums) {
    terminal.print(`✗ ${terminal.text.verify.wrongSums(agency, sums.join(', '))}`)
    terminal.print(`    → ${terminal.text.verify.wrongSumsRemedy}`)
  }
}

function printFiles({ print, text }: Terminal, { checked, bad }: CheckedFiles) {
  const words = text.verify
  const said = {
    missing: words.fileMissing,
    altered: words.fileAltered,
    unreadable: words.fileUnreadable,
  }
  if (checked > bad.length) print(`✓ ${words.filesWhole(checked - bad.length)}`)
  for (const { agency, fileName, sha256, problem } of bad)
    print(`✗ ${said[problem](agency, fileName ?? '-', sha256)}`)
  if (bad.length > 0) print(`    → ${words.badFileRemedy}`)
}

const PLACES = {
  page: 'pages',
  policy: 'policies',
  news: 'news',
  question: 'questions',
  service: 'services',
} as const

async function publicationsOf(
  ctx: ProgramCtx,
  agencies: readonly VerifiedAudit[],
): Promise<readonly Publication[]> {
  const publications: Publication[] = []
  for (const { agencyId: id, code } of agencies) {
    const inAgency = { ...ctx, agency: { id, code } }
    for (const { key, version, contentHash: hash } of await findPublications(inAgency, { kind: 'report' })) {
      const fiscalYear = Number(key)
      const found = await findCycleByHash(inAgency, { fiscalYear, contentHash: hash })
      publications.push({
        agency: code,
        address: addressOf.reportVersion('th', fiscalYear, version),
        version,
        hash,
        ok: found !== null && contentHash(contentOf(found.cycle)) === hash,
      })
    }
    for (const { year, code: item, version, contentHash: hash, isWhole } of await listFrozenItems(inAgency))
      publications.push({
        agency: code,
        address: addressOf.disclosureItem('th', year, item, version),
        version,
        hash,
        ok: isWhole,
      })
    for (const { kind, slug, version, contentHash: hash, isWhole } of await listFrozenPages(inAgency))
      publications.push({
        agency: code,
        address: addressOf.pages('th', PLACES[kind], slug),
        version,
        hash,
        ok: isWhole,
      })
  }
  return publications
}

async function wrongSumsOf(
  ctx: ProgramCtx,
  agencies: readonly VerifiedAudit[],
): Promise<readonly WrongSums[]> {
  const wrong: WrongSums[] = []
  for (const { agencyId: id, code } of agencies) {
    const sums = await findWrongAnswerSums({ ...ctx, agency: { id, code } })
    if (sums.length > 0) wrong.push({ agency: code, sums })
  }
  return wrong
}

function printVerified(
  { print, text, lang }: Terminal,
  agencies: VerifiedInstallation['agencies'],
  publications: readonly Publication[],
) {
  const words = text.verify
  if (agencies.length === 0) print(words.noAgency)
  for (const { code, rows, auditHead, broken } of agencies) {
    if (broken) {
      print(`✗ ${code}: ${auditBreakSentence(broken, lang)}`)
      print(`    → ${words.brokenRemedy(broken.seq)}`)
    } else print(`✓ ${auditHead === null ? words.nothing(code) : words.whole(code, rows, auditHead)}`)
  }
  for (const { agency, address, hash, ok } of publications) {
    print(`${ok ? '✓' : '✗'} ${(ok ? words.published : words.altered)(agency, address, hash)}`)
    if (!ok) print(`    → ${words.alteredRemedy}`)
  }
}
