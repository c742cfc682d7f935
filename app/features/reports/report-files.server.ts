import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Language } from '../../i18n/language.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Cycle } from '../improvement/index.ts'
import type { DocumentError, RenderDocument } from './document-maker.server.ts'
import type { PreparedReport } from './prepare-report.server.ts'
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

/** Where documents are kept, by which version of the program they are made, and what makes them. */
export type DocumentMaking = Readonly<{
  folder: string
  edition: string
  render: RenderDocument
  /** Called when files are there that were not there before. */
  onMade?: () => void
}>

/** Why there are no files: they could not be made, or the folder does not take or give them. */
export type FilesError = DocumentError | Readonly<{ code: 'files.not-kept'; detail: string }>
type Files = Result<readonly ReportFile[], FilesError>

type FilesInput = DocumentMaking & Readonly<{ prepared: PreparedReport; cycle: Cycle }>

const INDEX = 'files.json'
const making = new Map<string, Promise<Files>>()

/** The set of files of one content; `folder` holds the sets of one agency and year. */
type SetOfFiles = Readonly<{ folder: string; contentHash: string; lang: Language; edition: string }>

const homeOf = ({ folder, contentHash, lang, edition }: SetOfFiles): string =>
  path.join(folder, `${contentHash}-${lang}-${edition}`)

/**
 * All files of a report, made once for a content and kept under `folder`. `edition` names the program's version: a new
 * one makes the files anew. Everybody who asks while they are being made waits for the same work. Never rejects.
 */
export function reportFiles(input: FilesInput): Promise<Files> {
  const { contentHash, report } = input.prepared
  const home = homeOf({ ...input, contentHash, lang: report.lang })
  const running = making.get(home)
  if (running) return running
  const work = readOrMake(home, input)
    .catch((error: Error): Files => err({ code: 'files.not-kept', detail: error.message }))
    .finally(() => making.delete(home))
  making.set(home, work)
  return work
}

/** The files where they are kept whole, without making any; null otherwise. */
export const keptReportFiles = (set: SetOfFiles) => readKept(homeOf(set))

/** A set that lacks a file, or has one of another size than was written, is as good as none. */
async function readKept(home: string): Promise<readonly ReportFile[] | null> {
  try {
    const files = (JSON.parse(await readFile(path.join(home, INDEX), 'utf8')) as ReportFile[]).map(
      (file) => ({
        ...file,
        path: path.join(home, file.fileName),
      }),
    )
    const sizes = await Promise.all(files.map(async (file) => (await stat(file.path)).size))
    return files.every((file, at) => file.size === sizes[at]) ? files : null
  } catch {
    return null
  }
}

async function readOrMake(home: string, input: FilesInput): Promise<Files> {
  const known = await readKept(home)
  if (known !== null) return ok(known)

  // Written beside and renamed: a crash in between leaves no half-made set behind.
  const draft = `${home}.${process.pid}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  const files: ReportFile[] = []
  for (const format of REPORT_FORMATS) {
    const rendered = await input.render({ prepared: input.prepared, cycle: input.cycle, format })
    if (!rendered.ok) {
      await rm(draft, { recursive: true, force: true })
      return err(rendered.error)
    }
    for (const file of rendered.value) files.push(await keep(draft, home, format, file))
  }
  await writeFile(path.join(draft, INDEX), JSON.stringify(files))
  await putInPlace(draft, home)
  await removeSuperseded(input.folder, home)
  input.onMade?.()
  return ok(files)
}

async function putInPlace(draft: string, home: string): Promise<void> {
  if ((await readKept(home)) === null) await rm(home, { recursive: true, force: true })
  await rename(draft, home).catch(async (error: NodeJS.ErrnoException) => {
    // Another process finished first: its files are the same bytes.
    await rm(draft, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
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

/**
 * Removes drafts of processes that died, and sets that a newer one has replaced. The newest of these stays: somebody may
 * be about to open a file of it.
 */
async function removeSuperseded(folder: string, home: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== path.basename(home))
  const abandoned = names.filter((name) => {
    const owner = DRAFT.exec(name)?.[1]
    return owner !== undefined && !isAlive(Number(owner))
  })
  const earlier = await Promise.all(
    names
      .filter((name) => !DRAFT.test(name))
      .map(async (name) => ({ name, madeAt: (await stat(path.join(folder, name))).mtimeMs })),
  )
  const superseded = earlier
    .sort((a, b) => b.madeAt - a.madeAt)
    .slice(1)
    .map(({ name }) => name)
  for (const name of [...abandoned, ...superseded])
    await rm(path.join(folder, name), { recursive: true, force: true })
}

const DRAFT = /\.(\d+)\.draft$/

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
