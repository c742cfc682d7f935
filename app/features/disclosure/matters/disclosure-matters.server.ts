import type { Bilingual } from '../../../i18n/language.ts'
import { yearOf } from '../../../kernel/item-ref.ts'
import { fiscalYearOf, formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { canonicalJson } from '../../../platform/hash/content-hash.ts'
import type { MatterSources } from '../../approvals/index.server.ts'
import type { MatterCell } from '../../approvals/index.ts'
import { catalogueIn, loadCatalogue } from '../../catalogue/index.server.ts'
import { type Catalogue, canonicalRef, findItem, type Item, itemsOf } from '../../catalogue/index.ts'
import { isEmpty } from '../content.domain.ts'
import { type ElementAnswer, type Fact, type ItemContent, matterKeyOf } from '../disclosure.domain.ts'
import { requiredOf } from '../items.domain.ts'
import { disclosureItem, itemNow, readYearGround } from '../year-ground.server.ts'
import { matterWords } from './text/index.ts'

/** The items of a framework year as things that go before meetings; the key is the item with its year ("2568:O12"). */
export const disclosureMatters = (): MatterSources => ({
  disclosure: {
    kind: 'disclosure',
    list: async (ctx) => {
      const thisYear = fiscalYearOf(thaiDay(ctx.now()))
      return withAgency(ctx.db, ctx.agency.id, async (tx) => {
        const catalogue = await catalogueIn(tx, ctx.agency.id)
        const found = []
        for (const year of [thisYear + 1, thisYear, thisYear - 1]) {
          const items = itemsOf(catalogue, year, 'OIT')
          if (items.length === 0) continue
          const ground = await readYearGround(tx, { agencyId: ctx.agency.id, year })
          // What is not yet public as it stands comes first.
          const things = items
            .map((item) => itemNow(ground, item, new Map()))
            .filter(({ byReport, content }) => byReport === null && !isEmpty(content))
          found.push(
            ...things.filter(({ newest, isChanged }) => newest === null || isChanged),
            ...things.filter(({ newest, isChanged }) => newest !== null && !isChanged),
          )
        }
        return found.map(({ item }) => ({
          kind: 'disclosure' as const,
          key: keyOf(item),
          title: titleOf(item),
        }))
      })
    },
    read: async (tx, _ctx, { agencyId, key }) => {
      const item = itemOfKey(await catalogueIn(tx, agencyId), key)
      if (!item) return null
      const ground = await readYearGround(tx, { agencyId, year: yearOf(item.ref), code: item.code })
      const { content, contentHash, byReport } = itemNow(ground, item, new Map())
      if (byReport || isEmpty(content)) return null
      return { kind: 'disclosure', key: keyOf(item), title: titleOf(item), content, contentHash }
    },
    cells: (content, other) => ({
      before: cellsOf(content as ItemContent),
      after: cellsOf(other as ItemContent),
    }),
    paper: async () => null,
    part: (key) => `disclosure/${key.replace(':', '/')}`,
  },
})

const keyOf = ({ ref, code }: Item): string => matterKeyOf(yearOf(ref), code)

function itemOfKey(catalogue: Catalogue, key: string): Item | null {
  const [year, code] = key.split(':')
  return year !== undefined && code !== undefined && /^25\d\d$/u.test(year)
    ? disclosureItem(catalogue, Number(year), code)
    : null
}

const titleOf = ({ ref, code, title }: Item): string =>
  matterWords((words) => words.title(code, yearOf(ref), title?.th ?? '')).th

/** One cell for who answers, and one for each element. */
function cellsOf({ year, code, unit, elements }: ItemContent): readonly MatterCell[] {
  const labels = labelsOf(year, code)
  return [
    {
      id: 'unit',
      label: matterWords((words) => words.unit),
      text: unit?.th ?? '',
      print: canonicalJson(unit),
    },
    ...elements.map((element) => ({
      id: `element-${element.key}`,
      label: labels.get(element.key) ?? { th: element.key, en: element.key },
      text: textOf(element),
      print: canonicalJson(element),
    })),
  ]
}

/** As the program's own catalogue has them: what was frozen holds the keys alone. */
function labelsOf(year: number, code: string): ReadonlyMap<string, Bilingual> {
  const catalogue = loadCatalogue()
  const ref = canonicalRef(catalogue, year, code)
  const item = ref && findItem(catalogue, ref)
  return new Map(item ? requiredOf(item).map(({ key, text }) => [key, text]) : [])
}

function textOf({ state, facts, declared }: ElementAnswer): string {
  if (state === 'none')
    return matterWords((words) => words.declared(declared?.text ?? '', declared?.byName ?? '')).th
  if (facts.length === 0) return matterWords((words) => words.missing).th
  return facts.map(factText).join('\n')
}

const factText = ({ title, words, file, address, date }: Fact): string =>
  [title.th, words, file?.fileName, address, date && formatDay(date, 'th')]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join('\n')
