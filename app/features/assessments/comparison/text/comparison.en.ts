import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { comparisonTh } from './comparison.th.ts'

export const comparisonEn: TextOf<typeof comparisonTh> = {
  year: (year) => `${year}`,
  item: (code, year) => `${code} of ${year}`,
  indicator: (code, year) => `indicator ${code} of ${year}`,
  instruments: { IIT: 'IIT (staff)', EIT: 'EIT (public)', OIT: 'OIT (disclosure)' },
  total: 'Total',
  unverified: 'not verified',
  shared: 'stands in several rows',
  computed: 'computed from what is below',
  answered: (answered, required) =>
    required === null ? `${answered} answered` : `${answered} of ${required} answered`,
  gaps: {
    'not-asked': 'not asked this year',
    'not-known': 'not known whether asked',
    'not-imported': 'no score yet',
  },
  joins: {
    different: 'different questions, not comparable',
    'not-imported': 'a score of one of the years is missing',
    'not-asked': 'no longer asked',
    new: 'new, not asked before',
    'not-known': 'not known whether both years ask',
  },
  directions: { rise: 'rose', fall: 'fell', same: 'unchanged' },
  unconfirmed: 'not confirmed to compare',
  unconfirmedBy: (change) => `${change} apart (not confirmed to compare)`,
  noCrosswalk: 'The same instrument; its items and scales differ by year',
  and: 'and',
  into: (item, others) => `${others} lead to ${item}`,
  outOf: (item, others) => `${item} leads to ${others}`,
  units: { items: 'item', indicators: 'indicator', instruments: 'figure' },
  finding: {
    between: (from, to) => `${from} beside ${to}`,
    comparable: (n, unit, moved) =>
      `${n === 1 ? `1 ${unit} compares` : `${plural(n, unit)} compare`}: ${moved}`,
    none: (unit) => `no ${unit} compares`,
    allRose: (n) => (n === 1 ? 'it rose' : `${n === 2 ? 'both' : `all ${n}`} rose`),
    allFell: (n) => (n === 1 ? 'it fell' : `${n === 2 ? 'both' : `all ${n}`} fell`),
    rose: (n) => `${n} rose`,
    fell: (n) => `${n} fell`,
    same: (n) => `${n} unchanged`,
    most: (item, change) => `most: ${item} ${change}`,
    unconfirmed: (n, unit) => `${plural(n, unit)} not confirmed to compare`,
    different: (n, unit) => `${plural(n, unit)} with different questions, not comparable`,
    notAsked: (n, unit) => `${plural(n, unit)} no longer asked`,
    isNew: (n, unit) => `${plural(n, unit)} asked anew`,
    notImported: (n, unit) => `${plural(n, unit)} without a score in one of the years`,
    notKnown: (n, unit) => `${plural(n, unit)} of which it is not known whether both years ask`,
  },
  columns: { row: 'Item', title: 'Title' },
  file: {
    sheet: 'Years compared',
    reference: (year) => `Item ${year}`,
    value: (year) => `Score ${year}`,
    answered: (year) => `Answered ${year}`,
    required: (year) => `Required ${year}`,
    relation: (from, to) => `Relation ${from} → ${to}`,
    change: (from, to) => `Difference ${from} → ${to}`,
    rationale: (from, to) => `Reason ${from} → ${to}`,
    note: 'Note',
  },
  comparable: 'comparable',
  source: (day) =>
    `Source: ITA results as imported by ${day}, of 100; years (B.E.) compared by the crosswalk of their questions`,
  sourceOfSnapshot: (name, day, hash) =>
    `Source: snapshot “${name}” kept on ${day} (SHA-256 ${hash}…), of 100; years are B.E.`,
}
