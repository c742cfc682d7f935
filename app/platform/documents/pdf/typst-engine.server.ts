import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** What every template may import: how atoms of text become lines. */
const SHARED = ['inline.typ'] as const
/** Compiled results that the last jobs did not use are dropped, or the process grows with every document. */
const KEPT_GENERATIONS = 4

export type Attachment = Readonly<{
  fileName: string
  mediaType: string
  description: string
  bytes: Uint8Array
}>
/** A room's templates: the files of its `folder`, of which `main` is the document and imports the others by `/name.typ`. */
export type Templates = Readonly<{ folder: URL; main: string; others: readonly string[] }>
/**
 * `data` is what the template reads as JSON; a template given no attachment reads `none`. `isPartial`: pages of others are
 * going to stand in the file, for which nothing can be claimed.
 */
export type TypstJob = Readonly<{
  data: object
  attachment: Attachment | null
  createdAt: Date
  isPartial?: boolean
}>
/** `marks` are, of a partial one, the values of the template's `metadata` with the label `<mark>`, in their order. */
export type TypstResult = Readonly<{ bytes: Uint8Array; marks: readonly unknown[] }>

/**
 * A compiler that sees the templates and shared ones, the job's data and nothing else of the machine. `forget` drops what the last jobs did
 * not use again, and is to be called after each: it takes time that nobody has to wait for.
 */
export type TypstEngine = Readonly<{ set: (job: TypstJob) => TypstResult; forget: () => void }>

/**
 * Opens the compiler on a directory that is already gone: user text is data and evaluates nothing, and even a template
 * could read no file. A process that is killed leaves nothing behind.
 */
export function openTypstEngine(fonts: readonly Buffer[], { folder, main, others }: Templates): TypstEngine {
  const root = mkdtempSync(path.join(os.tmpdir(), 'document-'))
  rmSync(root, { recursive: true, force: true })
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fonts] }] })
  const put = (name: string, bytes: Uint8Array) =>
    compiler.mapShadow(path.join(root, name), Buffer.from(bytes))
  const add = (name: string, source: string) => compiler.addSource(path.join(root, name), source)
  for (const name of SHARED) add(name, readTemplate(new URL('template/', import.meta.url), name))
  for (const name of others) add(name, readTemplate(folder, name))
  const mainSource = readTemplate(folder, main)

  return {
    set({ data, attachment, createdAt, isPartial = false }) {
      const { bytes, ...attached } = attachment ?? { bytes: NOTHING }
      put('data.json', Buffer.from(JSON.stringify({ ...data, attachment: attachment && attached })))
      put('attachment', bytes)
      const document = compile(compiler, mainSource)
      const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
      if (!isPartial) return { bytes: exportConforming(compiler, document, creationTimestamp), marks: [] }
      const marks = compiler.query(document, { selector: '<mark>', field: 'value' }) as readonly unknown[]
      return { bytes: compiler.pdf(document, { creationTimestamp }), marks }
    },
    forget: () => compiler.evictCache(KEPT_GENERATIONS),
  }
}

/** Not empty: the typesetter's process dies over an empty file. */
const NOTHING = new Uint8Array([0])

const readTemplate = (folder: URL, name: string) => readFileSync(new URL(name, folder), 'utf8')

function compile(compiler: NodeCompiler, source: string): NodeTypstDocument {
  const compiled = compiler.compile({ mainFileContent: source })
  const document = compiled.result
  if (document) return document
  const error = compiled.takeError()
  throw new Error(
    `typst: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2_000) : 'no document'}`,
  )
}

/** PDF/UA first, which throws on a breach, then the PDF/A that is kept: one export can target one standard only. */
function exportConforming(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  creationTimestamp: number,
): Uint8Array {
  compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  return compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp })
}
