import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { findProof } from '../../approvals/index.server.ts'
import type { Publication } from '../../approvals/index.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type EvidenceState, readEvidenceStates, readScans } from '../../evidence/index.server.ts'
import { findCycleByHash } from '../../improvement/index.server.ts'
import { type BrokenLink, brokenLinks, type PresentState } from './broken-link.domain.ts'
import { cellsOf } from './cells.domain.ts'
import { proofWithout, type WalkProof } from './walk-proof.domain.ts'

/** The proof that was kept with a publication; null where none was. */
export async function findWalkProof(ctx: Ctx, publicationId: string): Promise<WalkProof | null> {
  const kept = (await findProof(ctx, publicationId)) as WalkProof | null
  return kept?.schema === 'prongsai.walk-proof/1' ? kept : null
}

/** What the database knows now of the evidence of a proof. Two statements, in the transaction of the caller. */
export async function readPresent(
  tx: Tx,
  agencyId: string,
  proof: WalkProof,
): Promise<Readonly<{ evidence: ReadonlyMap<string, EvidenceState>; infectedFiles: ReadonlySet<string> }>> {
  const evidence = await readEvidenceStates(tx, { agencyId, ids: proof.evidence.map(({ id }) => id) })
  const scans = await readScans(tx, { agencyId, hashes: hashesOf(proof) })
  return {
    evidence,
    infectedFiles: new Set([...scans].flatMap(([sha256, scan]) => (scan === 'infected' ? [sha256] : []))),
  }
}

/** Every link in the walk of a publication that does not hold now, its files looked up in the store. */
export async function findBrokenLinks(
  ctx: Ctx,
  publication: Publication,
  { store }: Readonly<{ store: FileStore }>,
): Promise<readonly BrokenLink[]> {
  const { proof, catalogue } = await findRested(ctx, publication)
  const present = await withAgency(ctx.db, ctx.agency.id, (tx) => readPresent(tx, ctx.agency.id, proof))
  return brokenLinks(proof, {
    ...present,
    missingFiles: await missingFrom(store, { agencyId: ctx.agency.id, hashes: hashesOf(proof) }),
    today: thaiDay(ctx.now()),
    resolutions: publication.steps,
    catalogue,
  } satisfies PresentState)
}

async function findRested(
  ctx: Ctx,
  { id, key, contentHash }: Publication,
): Promise<Readonly<{ proof: WalkProof; catalogue: Catalogue }>> {
  const catalogue = await catalogueFor(ctx)
  const kept = await findWalkProof(ctx, id)
  if (kept) return { proof: kept, catalogue }
  const found = await findCycleByHash(ctx, { fiscalYear: Number(key), contentHash })
  return {
    proof: proofWithout(found ? cellsOf(found.cycle) : [], found?.cycle.source ?? null),
    catalogue,
  }
}

const hashesOf = ({ evidence }: WalkProof): readonly string[] => [
  ...new Set(evidence.flatMap(({ sha256 }) => sha256 ?? [])),
]

/** One after the other, a byte of each: a store far away is not flooded. A store that does not answer throws. */
async function missingFrom(
  store: FileStore,
  { agencyId, hashes }: Readonly<{ agencyId: string; hashes: readonly string[] }>,
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>()
  for (const sha256 of hashes) {
    const file = await store.open({ agencyId, sha256 }, { first: 0, last: 0 })
    if (file) file.destroy()
    else missing.add(sha256)
  }
  return missing
}
