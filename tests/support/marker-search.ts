import { randomInt } from 'node:crypto'
import { createReadStream, type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

/** Words that stand nowhere but where a test wrote them, each telling in which field: all of one family are sought at once. */
export type Markers = Readonly<{
  /** What is typed into a field, once for each. */
  in: (field: string) => string
  needles: readonly Needle[]
}>

/** Bytes that give something away, and how it was written. */
export type Needle = Readonly<{ as: string; bytes: Buffer }>

/** `where`: a file, a table or a stream. `beside`: the bytes around it, as far as they can be read. */
export type Found = Readonly<{ where: string; as: string; beside: string }>

const THAI = 'กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศสหอฮ'
const LATIN = 'bcdfghjkmnpqrstvwxz'
const pick = (letters: string, count: number) =>
  Array.from({ length: count }, () => [...letters][randomInt([...letters].length)]).join('')

/** A new family. Half of each is Thai and half is not, since encodings treat them differently. */
export function newMarkers(): Markers {
  const [thai, latin] = [pick(THAI, 12), pick(LATIN, 18)]
  return {
    in: (field) => `${thai} ${latin}.${field}`,
    needles: [...needlesOf(thai), ...needlesOf(latin)],
  }
}

/** Everything that a text may look like in a file: as it is, in UTF-16, base64, hexadecimal, percent-encoding and JSON. */
export function needlesOf(text: string): readonly Needle[] {
  const utf8 = Buffer.from(text)
  const escaped = [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const texts: readonly (readonly [string, string])[] = [
    ...[0, 1, 2].flatMap((shift) => {
      const base64 = withinBase64(utf8, shift)
      return [
        [`base64, shifted by ${shift}`, base64],
        [`base64url, shifted by ${shift}`, base64.replaceAll('+', '-').replaceAll('/', '_')],
      ] as const
    }),
    ['hexadecimal', utf8.toString('hex')],
    ['hexadecimal in capitals', utf8.toString('hex').toUpperCase()],
    ['percent-encoding', encodeURIComponent(text)],
    ['percent-encoding in small letters', encodeURIComponent(text).toLowerCase()],
    ['JSON in ASCII', escaped.join('')],
  ]
  const needles = [
    { as: 'UTF-8', bytes: utf8 },
    { as: 'UTF-16LE', bytes: Buffer.from(text, 'utf16le') },
    { as: 'UTF-16BE', bytes: Buffer.from(text, 'utf16le').swap16() },
    ...texts.map(([as, written]) => ({ as, bytes: Buffer.from(written) })),
  ]
  const known = new Set<string>()
  return needles.filter(({ bytes }) => {
    const key = bytes.toString('latin1')
    return !known.has(key) && known.add(key)
  })
}

/** What stands of some bytes in base64 whatever comes before and after them, `shift` bytes behind a group of three. */
function withinBase64(bytes: Buffer, shift: number): string {
  const written = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const first = Math.ceil((shift * 8) / 6)
  return written.slice(first, Math.floor(((shift + bytes.length) * 8) / 6))
}

const BESIDE = 48

/** Where in some bytes a needle stands; the first place for each. */
export function searchBytes(where: string, bytes: Buffer, needles: readonly Needle[]): readonly Found[] {
  return needles.flatMap(({ as, bytes: needle }) => {
    const at = bytes.indexOf(needle)
    if (at === -1) return []
    const beside = bytes.subarray(Math.max(0, at - BESIDE), at + needle.length + BESIDE)
    return [{ where, as, beside: beside.toString('utf8').replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '·') }]
  })
}

/** The same for every file of a folder and all below it; names of files and folders are sought in too. */
export async function searchFolder(folder: string, needles: readonly Needle[]): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const entry of list(folder)) {
    const file = path.join(entry.parentPath, entry.name)
    found.push(...searchBytes(`the name of ${file}`, Buffer.from(entry.name), needles))
    if (entry.isFile()) found.push(...(await searchFile(file, needles)))
  }
  return found
}

const list = (folder: string): readonly Dirent[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })

/** A file that goes while it is read is no longer there. */
async function searchFile(file: string, needles: readonly Needle[]): Promise<readonly Found[]> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of createReadStream(file)) pieces.push(piece as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return searchBytes(file, Buffer.concat(pieces), needles)
}

/** The same in all tables of all schemas, the catalogue and its statistics too, as text: what a dump has. */
export async function searchTables(
  owner: pg.ClientBase,
  needles: readonly Needle[],
): Promise<readonly Found[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class
       join pg_namespace as namespace on namespace.oid = relnamespace
     where relkind in ('r', 'p', 'm') and nspname not like 'pg\\_temp%' order by 1`,
  )
  const found: Found[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ text: string }>(`select t::text as text from ${name} as t`)
    found.push(...searchBytes(name, Buffer.from(rows.map(({ text }) => text).join('\n')), needles))
  }
  return found
}
