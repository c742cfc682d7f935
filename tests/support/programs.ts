import { execFileSync } from 'node:child_process'

/** Programs that read a PDF independently of the one that made it, and the package that brings each. */
const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
} as const

/** Runs a program of the machine and gives what it printed; says in one line how to install it when it is missing. */
export function run(program: keyof typeof PACKAGES, args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${program} is missing: apt-get install ${PACKAGES[program]}`)
    throw error
  }
}
