import { writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  answerCounter,
  answerForm,
  countedAnswers,
  resultOfCounts,
} from '../../app/features/assessments/index.server.ts'
import { loadCatalogue } from '../../app/features/catalogue/index.server.ts'
import { type Framework, frameworkOf } from '../../app/features/catalogue/index.ts'
import { itemRef } from '../../app/kernel/item-ref.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { WORDS } from './words.th.ts'

/**
 * `node examples/imagined-agency/make.ts [DIR]`: writes the files of an agency that does not exist, the same to the byte each
 * time. Its answers are shaped so that every rule and chart has something to show; not one of them was ever given by anybody.
 */
const YEARS = [2566, 2567] as const
type Year = (typeof YEARS)[number]
const SIZES: Readonly<Record<Year, Readonly<Record<'IIT' | 'EIT', number>>>> = {
  2566: { IIT: 120, EIT: 400 },
  // Eight fewer than have to answer.
  2567: { IIT: 112, EIT: 410 },
}

/** The mean that each question aims at, of 100. Staff see their house in a good light, the public less so. */
const AIMS: Readonly<Record<Year, Readonly<Record<string, number>>>> = {
  2566: {
    ...aims(
      'i',
      [
        95, 92, 93, 99, 98, 97, 74, 94, 95, 97, 93, 86, 90, 91, 88, 95, 97, 94, 96, 89, 92, 79, 76, 90, 91,
        88, 84, 90, 80, 83,
      ],
    ),
    ...aims('e', [77, 85, 80, 98, 84, 79, 80, 73, 79, 62, 80, 79, 71, 78, 70]),
  },
  2567: {
    ...aims('i', [96, 94, 99, 95, 97, 94, 96, 98, 97, 93, 97, 92, 94, 93, 90]),
    // e8 falls, and may be compared with e14 of the year before; e7 has the very answers of e5.
    ...aims('e', [88, 86, 99, 83, 80, 84, 80, 70, 82]),
  },
}
/** Disclosure items that were not complete. */
const INCOMPLETE: Readonly<Record<Year, readonly number[]>> = { 2566: [9, 19, 28, 29, 37], 2567: [23] }
/** Questions of 2566 that somebody who came once cannot answer. */
const CANNOT_COMPARE = ['e11', 'e12']
const CODE = 'imagined'
const PRINTED_LEVEL = 'A'

function aims(instrument: string, means: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(means.map((mean, at) => [`${instrument}${at + 1}`, mean]))
}

function framework(year: Year): Framework {
  const found = frameworkOf(loadCatalogue(), year)
  if (!found) throw new Error(`the catalogue has no framework of ${year}`)
  return found
}

/** A file of answers in the form of `prongsai score`: one row a respondent, the numbers of options. */
function answersOf(year: Year): string {
  const next = seededNumbers(year)
  const form = answerForm(framework(year))
  if (typeof form === 'string') throw new Error(form)
  const rows = [['agency', 'instrument', ...form.columns.map(({ code }) => code)]]
  for (const instrument of ['IIT', 'EIT'] as const)
    for (let respondent = 0; respondent < SIZES[year][instrument]; respondent += 1) {
      // Some see everything better than others do.
      const mood = (next() - 0.5) * 24
      const given = new Map<string, string>()
      for (const column of form.columns) {
        if (column.instrument !== instrument) continue
        const item = column.item.slice(5)
        const chance = next()
        const noise = (next() + next() + next() - 1.5) * 38
        if (CANNOT_COMPARE.includes(item) && year === 2566 && chance < 0.09)
          given.set(column.code, WORDS.cannotCompare)
        else if (chance < 0.985) {
          const wanted = (AIMS[year][item] ?? 90) + mood + noise
          given.set(column.code, String(closest(column.options, wanted, next())))
        }
      }
      // The same answers to two questions: a figure that stands twice.
      if (year === 2567 && instrument === 'EIT') given.set('e7', given.get('e5') ?? '')
      rows.push([CODE, instrument, ...form.columns.map(({ code }) => given.get(code) ?? '')])
    }
  return csv(rows)
}

type Option = Readonly<{ score: number | null }>

/** Number of the option whose score comes closest; of two, the better one with the chance that gives the wanted mean. */
function closest(options: readonly Option[], wanted: number, chance: number): number {
  const scored = options.flatMap(({ score }, at) =>
    score === null ? [] : [{ score: score / 1e10, number: at + 1 }],
  )
  const ranked = scored.toSorted((a, b) => a.score - b.score)
  const [least, best] = [ranked[0], ranked.at(-1)]
  if (!least || !best) return 1
  const above = ranked.find(({ score }) => score >= wanted) ?? best
  const below = ranked.findLast(({ score }) => score <= wanted) ?? least
  const width = above.score - below.score
  return width <= 0 || chance < (wanted - below.score) / width ? above.number : below.number
}

/** A sheet of disclosure scores: 100 or 0 for each item. */
const disclosureOf = (year: Year): string =>
  csv([
    [WORDS.year, WORDS.item, WORDS.score],
    ...disclosedIn(framework(year), year).map(({ code, score }) => [String(year), code, score]),
  ])

const disclosedIn = ({ items }: Framework, year: Year) =>
  items
    .filter(({ instrument }) => instrument === 'OIT')
    .map(({ ref, code }, at) => ({ ref, code, score: INCOMPLETE[year].includes(at + 1) ? '0' : '100' }))

/** All that the agency's own answers and disclosure scores of a year give. */
function resultOf(year: Year) {
  const own = framework(year)
  const form = answerForm(own)
  if (typeof form === 'string') throw new Error(form)
  const counter = answerCounter(own, form)
  counter.push(Buffer.from(answersOf(year)))
  const disclosure = new Map(disclosedIn(own, year).map(({ ref, score }) => [ref, score]))
  const result = resultOfCounts(own, { ...countedAnswers(counter.end().counted, 0), disclosure })
  if (typeof result === 'string') throw new Error(result)
  const weighted = (['IIT', 'EIT', 'OIT'] as const).map((one) => result.instruments.get(one)?.weighted ?? '')
  const indicators = Array.from(
    { length: 10 },
    (_, at) => result.indicators.get(itemRef(year, `ind${at + 1}`))?.mean ?? '',
  )
  return { weighted, indicators, total: result.total ?? '' }
}

/** What a source might print of 2566, with a level that its own figures do not reach. */
function announcedOf(): string {
  const { weighted, total } = resultOf(2566)
  return csv([
    [WORDS.year, 'IIT', 'EIT', 'OIT', WORDS.total, WORDS.level],
    ['2566', ...weighted, total, PRINTED_LEVEL],
  ])
}

/** Published results of this agency and sixty more that do not exist, instruments by their weights as they are usually printed. */
function peersOf(): string {
  const next = seededNumbers(85)
  const agencies = WORDS.kinds.flatMap((kind, kindAt) =>
    Array.from({ length: 15 }, (_, at) => ({
      name: `${kind}${WORDS.imagined} ${at + 1}`,
      kind,
      ministry: WORDS.ministries[(kindAt + at) % WORDS.ministries.length] ?? '',
      strength: 76 + next() * 21,
    })),
  )
  const rows = YEARS.flatMap((year) =>
    agencies.map(({ name, kind, ministry, strength }) => {
      const rise = year === 2567 ? next() * 5 - 1 : 0
      const indicators = Array.from({ length: 10 }, () =>
        Math.min(100, Math.max(0, strength + rise + (next() - 0.5) * 14)).toFixed(2),
      )
      const part = (from: number, to: number, weight: number) =>
        (indicators.slice(from, to).reduce((sum, value) => sum + Number(value), 0) / (to - from)) * weight
      const [iit, eit, oit] = [part(0, 5, 0.3), part(5, 8, 0.3), part(8, 10, 0.4)]
      const total = (iit + eit + oit).toFixed(2)
      return [
        name,
        kind,
        ministry,
        String(year),
        iit.toFixed(2),
        eit.toFixed(2),
        oit.toFixed(2),
        total,
        ...indicators,
      ]
    }),
  )
  for (const year of YEARS) {
    const { weighted, indicators, total } = resultOf(year)
    rows.push([
      WORDS.own,
      WORDS.kinds[0],
      WORDS.ministries[0],
      String(year),
      ...weighted,
      total,
      ...indicators,
    ])
  }
  // One result has a gap, as published ones have.
  const gap = rows[7]
  if (gap) gap[5] = ''
  const indicatorHeads = Array.from({ length: 10 }, (_, at) => `${WORDS.indicator} ${at + 1}`)
  return csv([
    [
      WORDS.agency,
      WORDS.kind,
      WORDS.ministry,
      WORDS.year,
      'IIT',
      'EIT',
      'OIT',
      WORDS.total,
      ...indicatorHeads,
    ],
    ...rows,
  ])
}

const csv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (row) =>
        `${row.map((cell) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`,
    )
    .join('')

/** The files by their names. */
export const imaginedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...YEARS.flatMap((year) => [
      [`answers-${year}.csv`, answersOf(year)] as const,
      [`disclosure-${year}.csv`, disclosureOf(year)] as const,
    ]),
    ['announced-2566.csv', announcedOf()],
    ['peers.csv', peersOf()],
  ])

if (import.meta.main) {
  const place = process.argv[2] ?? import.meta.dirname
  for (const [name, content] of imaginedFiles()) writeFileSync(path.join(place, name), content)
}
