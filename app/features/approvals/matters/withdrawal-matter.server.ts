import { isUuid } from '../../../kernel/uuid.ts'
import { canonicalJson, contentHash } from '../../../platform/hash/content-hash.ts'
import type { MatterCell } from '../matter.domain.ts'
import type { MatterSource } from '../matter-source.server.ts'
import type { Publication } from '../publications/publication.domain.ts'
import { findPublications, readPublications } from '../publications/publications.queries.server.ts'
import { approvalsTerms } from '../text/index.ts'
import { ownMatterWords } from './text/index.ts'

/** That something is no longer to be public: which version of what, by its hash. */
type WithdrawalContent = Readonly<{
  schema: 'prongsai.withdrawal/1'
  kind: string
  key: string
  version: number
  contentHash: string
}>

const contentOf = ({ kind, key, version, contentHash }: Publication): WithdrawalContent => ({
  schema: 'prongsai.withdrawal/1',
  kind,
  key,
  version,
  contentHash,
})

const titleOf = ({ kind, key, version }: Publication): string =>
  ownMatterWords((words) => words.withdrawal(approvalsTerms('th').kinds[kind], key, version)).th

/** Withdrawals of what is public; the key is the identifier of the publication. */
export const withdrawalMatter: MatterSource = {
  kind: 'withdrawal',
  list: async (ctx) => {
    // Pages and disclosed items are taken down in their rooms, at once.
    const publications = await findPublications(ctx, { kind: 'report' })
    return publications
      .filter(({ withdrawal }) => withdrawal === null)
      .map((one) => ({ kind: 'withdrawal', key: one.id, title: titleOf(one) }))
  },
  read: async (tx, _ctx, { agencyId, key }) => {
    const [found] = isUuid(key) ? await readPublications(tx, agencyId, { id: key }) : []
    if (!found || found.withdrawal) return null
    const content = contentOf(found)
    return { kind: 'withdrawal', key, title: titleOf(found), content, contentHash: contentHash(content) }
  },
  cells: (content, other) => ({ before: cellsOf(content), after: cellsOf(other) }),
  paper: async () => null,
  part: (key) => `publications/${key}`,
}

function cellsOf(content: object): readonly MatterCell[] {
  const withdrawn = content as WithdrawalContent
  const ids = ['kind', 'key', 'version', 'contentHash'] as const
  return ids.map((id) => ({
    id,
    label: ownMatterWords((words) => words.withdrawn[id]),
    text: String(withdrawn[id]),
    print: canonicalJson(withdrawn[id]),
  }))
}
