import type { Bilingual } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { addressOf } from '../../web/addresses.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import { findItem, type Item } from '../catalogue/index.ts'
import type { WatchTargets } from '../watch/index.server.ts'
import type { WatchTarget } from '../watch/index.ts'
import type { Fact } from './disclosure.domain.ts'
import { readSubmitted } from './item.repo.server.ts'
import type { PublicRow } from './item-work.domain.ts'
import { marksOf, marksOfOwnPage } from './marks.domain.ts'
import { listEveryYear } from './public-years.server.ts'
import { scoreWords } from './text/index.ts'

/** Every address that an assessor would open for an item: its page, what answers it, and what was submitted. */
export const disclosureTargets: WatchTargets = async (ctx, { origin }) => {
  const catalogue = await catalogueFor(ctx)
  const years = await listEveryYear(ctx)
  const submitted = await submittedOf(
    ctx,
    years.map(({ year }) => year),
  )
  const targets = years.flatMap(({ year, groups }) =>
    groups
      .flatMap(({ items }) => items)
      .flatMap((row) => {
        const item = findItem(catalogue, row.ref)
        return item
          ? targetsOf({ year, row, item, origin, submitted: submitted.get(year)?.get(row.code) ?? null })
          : []
      }),
  )
  return merged([home(origin), ...targets])
}

/** The first page holds the menu that must lead to what is asked for. */
const home = (origin: string): WatchTarget => ({
  address: `${origin}${addressOf.home('th')}`,
  title: scoreWords((words) => words.home),
  unitId: null,
  part: 'watch',
  marks: [],
  namesYear: null,
  sha256: null,
  hasMenu: true,
})

const submittedOf = (
  ctx: Ctx,
  years: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, string>>> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const found = new Map<number, ReadonlyMap<string, string>>()
    for (const year of years) found.set(year, await readSubmitted(tx, { agencyId: ctx.agency.id, year }))
    return found
  })

type Placed = Readonly<{
  year: number
  row: PublicRow
  item: Item
  origin: string
  submitted: string | null
}>

function targetsOf({ year, row, item, origin, submitted }: Placed): readonly WatchTarget[] {
  const isAnswered = row.answers.some(({ state }) => state !== 'missing')
  if (!isAnswered && submitted === null) return []
  const common = {
    title: titleOf(row, year),
    unitId: row.unitId,
    part: `disclosure/${year}/${row.code}`,
    namesYear: null,
    sha256: null,
    hasMenu: false,
  }
  const own = `${origin}${addressOf.disclosureItem('th', year, row.code)}`
  const keys = row.answers.map(({ key }) => key)
  // Of a submitted page that says nothing now, all that the item asks for is looked for.
  const ownMarks = row.isByReport ? [] : isAnswered ? marksOfOwnPage(item, row.answers) : marksOf(item, keys)
  const elementsOf = Map.groupBy(
    row.answers.flatMap(({ key, facts }) => facts.map((fact) => ({ key, fact }))),
    ({ fact }) => fact.id,
  )
  const answering = [...elementsOf.values()].flatMap((uses) => {
    const fact = uses[0]?.fact
    const address = fact && addressOfFact(fact, origin)
    if (!fact || !address) return []
    const elements = uses.map(({ key }) => key)
    return {
      ...common,
      address,
      marks: row.isByReport ? [] : marksOf(item, elements),
      namesYear: fact.kind === 'page' ? null : item.documentYear,
      sha256: fact.file?.sha256 ?? null,
    }
  })
  return [
    // A submitted page is opened by the assessor whether anything of it is still public or not.
    ...(isAnswered || submitted === own ? [{ ...common, address: own, marks: ownMarks }] : []),
    ...answering,
    ...(submitted === null || submitted === own
      ? []
      : [
          {
            ...common,
            address: submitted,
            marks: marksOf(item, keys),
          },
        ]),
  ]
}

const titleOf = ({ code, title }: PublicRow, year: number): Bilingual => ({
  th: `${code}/${year} ${title?.th ?? ''}`.trim(),
  en: `${code}/${year} ${title?.en ?? ''}`.trim(),
})

function addressOfFact({ kind, address, file }: Fact, origin: string): string | null {
  if (file) return `${origin}${addressOf.publicFile(file.sha256, file.fileName)}`
  if (address === null) return null
  return kind === 'page' ? `${origin}${address}` : address
}

/** One address is looked at once, for all that is asked of it. */
function merged(targets: readonly WatchTarget[]): readonly WatchTarget[] {
  const byAddress = new Map<string, WatchTarget>()
  for (const target of targets) {
    const known = byAddress.get(target.address)
    byAddress.set(target.address, known ? both(known, target) : target)
  }
  return [...byAddress.values()]
}

const both = (known: WatchTarget, other: WatchTarget): WatchTarget => ({
  ...known,
  marks: [
    ...known.marks,
    ...other.marks.filter(({ element }) => !known.marks.some((mark) => mark.element === element)),
  ],
  namesYear: known.namesYear ?? other.namesYear,
  sha256: known.sha256 ?? other.sha256,
  hasMenu: known.hasMenu || other.hasMenu,
})
