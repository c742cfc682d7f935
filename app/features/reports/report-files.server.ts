import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Cycle } from '../improvement/index.ts'
import type { PdfRenderer } from './pdf/pdf-renderer.server.ts'
import type { PreparedReport } from './prepare-report.server.ts'
import { type RenderError, renderReport } from './render-report.server.ts'
import { REPORT_FORMATS, type RenderedFile, type ReportFormat } from './report.domain.ts'

/** One file that a report page offers: what it is, how large, and the hash by which a copy can be checked. */
export type ReportFile = Readonly<{
  format: ReportFormat
  fileName: string
  mediaType: string
  size: number
  sha256: string
  path: string
}>

/** Where documents are kept, by which version of the program they are made, and what makes the PDF. */
export type DocumentMaking = Readonly<{ folder: string; edition: string; pdf: PdfRenderer }>

type FilesInput = DocumentMaking & Readonly<{ prepared: PreparedReport; cycle: Cycle }>

const INDEX = 'files.json'
const making = new Map<string, Promise<Result<readonly ReportFile[], RenderError>>>()

/**
 * All files of a report, made once for a content and kept under `folder`. `edition` names the program's version: a new
 * one makes the files anew. Everybody who asks while they are being made waits for the same work.
 */
export function reportFiles(input: FilesInput): Promise<Result<readonly ReportFile[], RenderError>> {
  const home = path.join(
    input.folder,
    `${input.prepared.contentHash}-${input.prepared.report.lang}-${input.edition}`,
  )
  const running = making.get(home)
  if (running) return running
  const work = readOrMake(home, input).finally(() => making.delete(home))
  making.set(home, work)
  return work
}

async function readOrMake(
  home: string,
  input: FilesInput,
): Promise<Result<readonly ReportFile[], RenderError>> {
  const known = await readFile(path.join(home, INDEX), 'utf8').catch(() => null)
  if (known !== null)
    return ok(
      (JSON.parse(known) as ReportFile[]).map((file) => ({ ...file, path: path.join(home, file.fileName) })),
    )

  // Written beside and renamed: a crash in between leaves no half-made set behind.
  const draft = `${home}.${process.pid}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  const files: ReportFile[] = []
  for (const format of REPORT_FORMATS) {
    const rendered = await renderReport({ ...input, format })
    if (!rendered.ok) {
      await rm(draft, { recursive: true, force: true })
      return err(rendered.error)
    }
    for (const file of rendered.value) files.push(await keep(draft, home, format, file))
  }
  await writeFile(path.join(draft, INDEX), JSON.stringify(files))
  await rename(draft, home).catch(async (error: NodeJS.ErrnoException) => {
    // Another process finished first: its files are the same bytes.
    await rm(draft, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await removeAbandonedDrafts(input.folder)
  return ok(files)
}

async function keep(
  draft: string,
  home: string,
  format: ReportFormat,
  file: RenderedFile,
): Promise<ReportFile> {
  await writeFile(path.join(draft, file.fileName), file.bytes)
  return {
    format,
    fileName: file.fileName,
    mediaType: file.mediaType,
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    path: path.join(home, file.fileName),
  }
}

async function removeAbandonedDrafts(folder: string) {
  for (const name of await readdir(folder)) {
    const owner = /\.(\d+)\.draft$/.exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
