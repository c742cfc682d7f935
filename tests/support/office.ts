import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Which Debian package brings a program that the tests call. */
const PACKAGES = { soffice: 'libreoffice-writer-nogui', pdftotext: 'poppler-utils' } as const

/** Runs a program; when it is absent, the failure says in one line how to install it. */
async function callProgram(name: keyof typeof PACKAGES, args: readonly string[]): Promise<string> {
  try {
    return (await run(name, [...args], { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 })).stdout
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${name} is needed for this test: apt-get install ${PACKAGES[name]}`)
    throw error
  }
}

/** Converts a DOCX in LibreOffice, under a profile of its own, so that several can run at once. */
export function convertDocx(docx: Uint8Array, to: 'pdf' | 'txt:Text'): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const source = join(folder, 'report.docx')
    await writeFile(source, docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await callProgram('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, source])
    const made = (await readdir(folder)).find((file) => file === `report.${to.slice(0, 3)}`)
    if (made === undefined) throw new Error(`LibreOffice made no ${to} of the document`)
    return readFile(join(folder, made))
  })
}

/** Text of a PDF page by page, in the order in which it is drawn. */
export const pdfPages = (pdf: Uint8Array): Promise<readonly string[]> =>
  inFolder(async (folder) => {
    const file = join(folder, 'report.pdf')
    await writeFile(file, pdf)
    return (await callProgram('pdftotext', ['-raw', file, '-'])).split('\f').slice(0, -1)
  })

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'prongsai-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
