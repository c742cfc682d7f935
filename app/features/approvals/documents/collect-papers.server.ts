import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { PdfError } from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { log } from '../../../platform/log/log.server.ts'
import {
  type AttachedEvidence,
  type EvidenceFiles,
  type EvidenceItem,
  listEvidenceFor,
  openVersion,
} from '../../evidence/index.server.ts'
import { isMatterKind } from '../matter.domain.ts'
import { findMatterContent } from '../matter.repo.server.ts'
import type { MatterSources } from '../matter-source.server.ts'
import type { MeetingDocuments } from './meeting-documents.server.ts'
import type { AgendaRecord, MeetingRecord } from './meeting-record.domain.ts'
import { officialForm as form } from './official-form.th.ts'
import { type LeftOut, type PackFile, type PackPaper, papersPack } from './papers-pack.domain.ts'

/** More than this is no pack that anybody opens; what is over it is named and left out. */
const MOST_BYTES = 200 * 1024 * 1024
const MOST_SHEETS = 2_000

/** What the making of a pack needs beside the database. */
export type PackTools = Readonly<{
  documents: MeetingDocuments
  sources: MatterSources
  evidence: EvidenceFiles
}>
/** `folder` holds the file and is to be removed by who has read it. */
export type MadePack = Readonly<{ file: string; folder: string }>

/**
 * Makes the papers of a meeting as one PDF: what may be opened by the actor is in it, everything else is named. A paper that
 * breaks the making never breaks the pack: each is looked at in a process that can be stopped, and where they are too much
 * together, all are named and none is in it.
 */
export async function makePapersPack(
  ctx: Ctx,
  meeting: MeetingRecord,
  tools: PackTools,
): Promise<Result<MadePack, PdfError>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'papers-'))
  const made = await packIn(folder, ctx, meeting, tools).catch(async (error) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  if (!made.ok) await rm(folder, { recursive: true, force: true })
  return made
}

async function packIn(
  folder: string,
  ctx: Ctx,
  meeting: MeetingRecord,
  tools: PackTools,
): Promise<Result<MadePack, PdfError>> {
  const collecting = new Collecting(folder, ctx, tools)
  const papers = new Map<string, readonly PackPaper[]>()
  for (const item of meeting.items) papers.set(item.id, await collecting.papersOf(item))
  const file = path.join(folder, 'pack.pdf')
  const make = (all: ReadonlyMap<string, readonly PackPaper[]>) =>
    tools.documents.render({
      kind: 'pack',
      pack: papersPack(meeting, (itemId) => all.get(itemId) ?? []),
      out: file,
    })
  const made = await make(papers)
  if (made.ok) return ok({ file, folder })
  log.warn({ ...made.error }, 'papers-left-out')
  const bare = await make(new Map([...papers].map(([itemId, all]) => [itemId, all.map(withoutContent)])))
  return bare.ok ? ok({ file, folder }) : err(bare.error)
}

const withoutContent = (paper: PackPaper): PackPaper =>
  typeof paper.content === 'string' ? paper : { ...paper, content: 'too-large' }

/** Brings the papers of one agenda item after the other into the folder, within what a pack may hold. */
class Collecting {
  #bytes = 0
  #sheets = 0
  #files = 0
  readonly #folder: string
  readonly #ctx: Ctx
  readonly #tools: PackTools

  constructor(folder: string, ctx: Ctx, tools: PackTools) {
    this.#folder = folder
    this.#ctx = ctx
    this.#tools = tools
  }

  async papersOf(item: AgendaRecord): Promise<readonly PackPaper[]> {
    const papers: PackPaper[] = []
    const own = item.matter && (await this.#matterPaper(item.matter))
    if (own) papers.push(own)
    const attached = await listEvidenceFor(this.#ctx, { kind: 'agenda-item', id: item.id })
    for (const one of attached) papers.push(await this.#evidencePaper(one))
    return papers
  }

  async #matterPaper({ id, kind, title }: NonNullable<AgendaRecord['matter']>): Promise<PackPaper | null> {
    const source = isMatterKind(kind) ? this.#tools.sources[kind] : undefined
    if (!source) return null
    const { db, agency } = this.#ctx
    const content = await withAgency(db, agency.id, (tx) => findMatterContent(tx, agency.id, id))
    if (content === null) return null
    const named = { title, link: null, fileName: null, size: null, sha256: null }
    try {
      const paper = await source.paper(this.#ctx, content)
      if (paper === null) return null
      const file = this.#nextFile()
      await writeFile(file, paper.bytes)
      return { ...named, title: paper.title, content: await this.#inspected(file, paper.bytes.length) }
    } catch (error) {
      log.error({ kind, err: error }, 'paper-not-made')
      return { ...named, content: 'not-made' }
    }
  }

  async #evidencePaper({ item }: AttachedEvidence): Promise<PackPaper> {
    const unknown = { link: null, fileName: null, size: null, sha256: null }
    if (item === null) return { ...unknown, title: form.withheldTitle, content: 'withheld' }
    const { title } = item.facts
    if (item.content.kind === 'link') return { ...unknown, title, link: item.content.link, content: 'link' }
    const { fileName, size, sha256, mediaType } = item.content
    const content = mediaType === 'application/pdf' ? await this.#evidenceFile(item, size) : 'other-kind'
    return { title, link: null, fileName, size, sha256, content }
  }

  async #evidenceFile({ id, number }: EvidenceItem, size: number): Promise<PackFile | LeftOut> {
    if (this.#bytes + size > MOST_BYTES) return 'too-large'
    const { evidence } = this.#tools
    const opened = await openVersion(this.#ctx, evidence, { evidenceId: id, number })
    if (!opened.ok) return whyNotOpened(opened.error.code)
    const bytes = await evidence.store.open({ agencyId: this.#ctx.agency.id, sha256: opened.value.sha256 })
    if (bytes === null) return 'missing'
    const file = this.#nextFile()
    await pipeline(bytes, createWriteStream(file))
    return this.#inspected(file, size)
  }

  async #inspected(file: string, size: number): Promise<PackFile | LeftOut> {
    if (this.#bytes + size > MOST_BYTES) return 'too-large'
    const looked = await this.#tools.documents.render({ kind: 'inspect', path: file })
    // Whoever needs more than a process may take cannot be drawn either.
    if (!looked.ok) return looked.error.code === 'pdf.failed' ? 'broken' : 'too-large'
    if (looked.value.kind !== 'sheets') return looked.value.kind === 'left' ? looked.value.left : 'broken'
    const { sheets } = looked.value
    if (this.#sheets + sheets.length > MOST_SHEETS) return 'too-large'
    this.#bytes += size
    this.#sheets += sheets.length
    return { path: file, sheets }
  }

  #nextFile(): string {
    this.#files += 1
    return path.join(this.#folder, `${this.#files}.pdf`)
  }
}

function whyNotOpened(code: string): LeftOut {
  if (code === 'file.infected') return 'infected'
  if (code === 'permission.refused') return 'withheld'
  return code === 'evidence.unknown' ? 'missing' : 'not-scanned'
}
