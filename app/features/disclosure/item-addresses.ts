import { addressOf } from '../../web/addresses.ts'
import type { OpenFinding } from '../watch/index.ts'
import type { ElementAnswer } from './disclosure.domain.ts'

/** Where an assessor looks for an item: paths of this site, and addresses elsewhere. */
export type ItemAddresses = Readonly<{ paths: readonly string[]; links: readonly string[] }>

type Item = Readonly<{
  year: number
  code: string
  answers: readonly ElementAnswer[]
  /** The path of the report that answers the item; null where none does. */
  reportPath: string | null
  /** The address that was submitted; null before. */
  submitted: string | null
}>

/** The item's own page, the pages, files and links that answer it, and the address that was submitted. */
export function addressesOf({ year, code, answers, reportPath, submitted }: Item): ItemAddresses {
  const facts = answers.flatMap((answer) => answer.facts)
  return {
    paths: [
      addressOf.disclosureItem('th', year, code),
      ...(reportPath === null ? [] : [reportPath]),
      ...facts.flatMap(({ kind, address }) => (kind === 'page' && address !== null ? [address] : [])),
      ...facts.flatMap(({ file }) => (file ? [addressOf.publicFile(file.sha256, file.fileName)] : [])),
    ],
    links: [
      ...facts.flatMap(({ kind, address }) => (kind === 'link' && address !== null ? [address] : [])),
      ...(submitted === null ? [] : [submitted]),
    ],
  }
}

/**
 * The findings at the addresses of an item. A path is of this site unless somebody answers with that very address elsewhere
 * (`links` of all items).
 */
export function findingsOf(
  { paths, links }: ItemAddresses,
  open: readonly OpenFinding[],
  allLinks: ReadonlySet<string>,
): readonly OpenFinding[] {
  const own = new Set(paths)
  return open.filter(
    ({ address }) => links.includes(address) || (!allLinks.has(address) && own.has(pathOf(address))),
  )
}

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '')
