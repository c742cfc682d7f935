import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstData } from './typst-data.server.ts'

const TEMPLATES = ['style.typ', 'chart.typ', 'parts.typ', 'report.typ'] as const
const MAIN = 'report.typ'
/** Compiled results that the last jobs did not use are dropped, or the process grows with every report. */
const KEPT_GENERATIONS = 4

export type Attachment = Readonly<{
  fileName: string
  mediaType: string
  description: string
  bytes: Uint8Array
}>
export type TypstJob = Readonly<{ data: TypstData; attachment: Attachment; createdAt: Date }>

/**
 * A compiler that sees the templates, the job's data and nothing else of the machine. `forget` drops what the last jobs did
 * not use again, and is to be called after each: it takes time that nobody has to wait for.
 */
export type TypstEngine = Readonly<{ set: (job: TypstJob) => Uint8Array; forget: () => void }>

/**
 * Opens the compiler on a directory that is already gone: user text is data and evaluates nothing, and even a template
 * could read no file. A process that is killed leaves nothing behind.
 */
export function openTypstEngine(fonts: readonly Buffer[]): TypstEngine {
  const root = mkdtempSync(path.join(os.tmpdir(), 'report-'))
  rmSync(root, { recursive: true, force: true })
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fonts] }] })
  const sources = new Map(TEMPLATES.map((name) => [name, readTemplate(name)]))
  const put = (name: string, bytes: Uint8Array) =>
    compiler.mapShadow(path.join(root, name), Buffer.from(bytes))
  for (const [name, source] of sources) if (name !== MAIN) compiler.addSource(path.join(root, name), source)

  return {
    set({ data, attachment, createdAt }) {
      const { bytes, ...attached } = attachment
      put('data.json', Buffer.from(JSON.stringify({ ...data, attachment: attached })))
      put('attachment', bytes)
      const document = compile(compiler, sources.get(MAIN) ?? '')
      return exportConforming(compiler, document, createdAt)
    },
    forget: () => compiler.evictCache(KEPT_GENERATIONS),
  }
}

const readTemplate = (name: string) => readFileSync(new URL(`template/${name}`, import.meta.url), 'utf8')

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
function exportConforming(compiler: NodeCompiler, document: NodeTypstDocument, createdAt: Date): Uint8Array {
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
  compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  return compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp })
}
