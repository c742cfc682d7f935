import { buffer } from 'node:stream/consumers'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { canonicalJson, contentHash } from '../../../platform/hash/content-hash.ts'
import {
  type EvidenceDocument,
  type EvidenceFiles,
  findEvidenceDocument,
  isFileOpen,
  listEvidenceDocuments,
} from '../../evidence/index.server.ts'
import type { MatterCell } from '../matter.domain.ts'
import type { MatterSource } from '../matter-source.server.ts'
import { ownMatterWords } from './text/index.ts'

/** A document that goes before a meeting is a file of evidence: its content is the file, by its hash. */
type DocumentContent = Readonly<{
  schema: 'prongsai.document/1'
  title: string
  fileName: string
  sha256: string
  /** Bytes. */
  size: number
}>

export type DocumentFiles = Pick<EvidenceFiles, 'store' | 'isScanning'>

const OFFERED_AT_MOST = 50
const LARGEST_PAPER = 40 * 1024 * 1024

const contentOf = ({ title, fileName, sha256, size }: EvidenceDocument): DocumentContent => ({
  schema: 'prongsai.document/1',
  title,
  fileName,
  sha256,
  size,
})

/**
 * Documents and policies, as files of evidence; `files` holds them. A confidential one is not put forward: whoever may read
 * meetings reads its title and its hash. One that became confidential since, or that the scanner holds back, has no paper.
 */
export const documentMatter = (files: DocumentFiles): MatterSource => ({
  kind: 'document',
  list: (ctx) =>
    withAgency(ctx.db, ctx.agency.id, async (tx) => {
      const documents = await listEvidenceDocuments(tx, {
        agencyId: ctx.agency.id,
        actor: ctx.actor,
        most: OFFERED_AT_MOST,
      })
      return documents
        .filter(mayBePutForward)
        .map(({ evidenceId, title }) => ({ kind: 'document', key: evidenceId, title }))
    }),
  read: async (tx, ctx, { agencyId, key }) => {
    const found = await findEvidenceDocument(tx, { agencyId, actor: ctx.actor, evidenceId: key })
    if (!found || !mayBePutForward(found)) return null
    const content = contentOf(found)
    return { kind: 'document', key, title: found.title, content, contentHash: contentHash(content) }
  },
  cells: (content, other) => ({ before: cellsOf(content), after: cellsOf(other) }),
  paper: async (ctx, content) => {
    const { title, fileName, sha256, size } = content as DocumentContent
    if (!/\.pdf$/i.test(fileName) || size > LARGEST_PAPER) return null
    const { db, agency } = ctx
    const { store, isScanning } = files
    const asked = { agencyId: agency.id, sha256 }
    if (!(await withAgency(db, agency.id, (tx) => isFileOpen(tx, { ...asked, isScanning })))) return null
    const stream = await store.open(asked)
    return stream && { bytes: new Uint8Array(await buffer(stream)), title }
  },
  part: (key) => `evidence/${key}`,
})

const mayBePutForward = ({ isInfected, isConfidential }: EvidenceDocument): boolean =>
  !isInfected && !isConfidential

function cellsOf(content: object): readonly MatterCell[] {
  const document = content as DocumentContent
  const cell = (id: 'title' | 'fileName' | 'sha256' | 'size', text: string): MatterCell => ({
    id,
    label: ownMatterWords((words) => words.document[id]),
    text,
    print: canonicalJson(document[id]),
  })
  return [
    cell('title', document.title),
    cell('fileName', document.fileName),
    cell('sha256', document.sha256),
    cell('size', String(document.size)),
  ]
}
