import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../app/platform/project-root.server.ts'

/** Words that stand on a screen, in both languages: a varying part of them is an ellipsis. */
export type InterfaceWords = Readonly<{ th: string; en: string; file: string }>

/** What a word is given to say: an ellipsis for those who print it, one for those who count. */
const GIVEN = ['…', 1] as const
/** More arguments than any word takes. */
const ARGUMENTS = 6

/** Every word of the dictionaries of the program, each beside its twin. */
export async function interfaceWords(): Promise<readonly InterfaceWords[]> {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app/*.th.ts', 'cli/*.th.ts'], {
    cwd: projectRoot,
    encoding: 'utf8',
  }).split('\n')
  const words: InterfaceWords[] = []
  for (const file of files.filter((one) => one !== '' && existsSync(path.join(projectRoot, twinOf(one))))) {
    const thai = Object.entries(await import(path.join(projectRoot, file)))
    const english = await import(path.join(projectRoot, twinOf(file)))
    for (const [name, value] of thai) gather(value, english[name.replace(/Th$/, 'En')], file, words)
  }
  return words
}

const twinOf = (file: string): string => file.replace(/\.th\.ts$/, '.en.ts')

function gather(th: unknown, en: unknown, file: string, into: InterfaceWords[]): void {
  if (typeof th === 'function' && typeof en === 'function')
    for (const given of GIVEN) gather(said(th as Saying, given), said(en as Saying, given), file, into)
  else if (typeof th === 'string' && typeof en === 'string') into.push({ th, en, file })
  else if (typeof th === 'object' && th !== null && typeof en === 'object' && en !== null)
    for (const [key, value] of Object.entries(th))
      gather(value, (en as Record<string, unknown>)[key], file, into)
}

type Saying = (...given: readonly unknown[]) => unknown

/** What a word says of varying parts; one that needs more than names or numbers to speak says nothing here. */
function said(word: Saying, given: unknown): unknown {
  try {
    return word(...Array.from({ length: ARGUMENTS }, () => given))
  } catch {
    return undefined
  }
}
