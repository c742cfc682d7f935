import type { GeoError } from './geo-report.domain.ts'

export type GeoFormat = 'json' | 'xml'

type Value = string | number | boolean
type Item = Readonly<
  Record<string, Value | readonly Value[] | readonly Readonly<Record<string, Value | readonly Value[]>>[]>
>

/** Names of the elements of XML: of the whole, and of one of it. */
export type GeoNames = Readonly<{ root: string; item: string }>

/** An answer in the form asked for. Control characters, which XML cannot say, are left out of it. */
export function writeGeo(items: readonly Item[], format: GeoFormat, { root, item }: GeoNames): string {
  if (format === 'json') return JSON.stringify(items)
  return `${XML}<${root}>${items.map((one) => element(item, one)).join('')}</${root}>`
}

/** One thing that is no list: the discovery document, the definition of a service. */
export const writeGeoOne = (one: Item, format: GeoFormat, root: string): string =>
  format === 'json' ? JSON.stringify(one) : XML + element(root, one)

export const writeGeoErrors = (errors: readonly GeoError[], format: GeoFormat): string =>
  writeGeo(errors, format, { root: 'errors', item: 'error' })

export const GEO_TYPES: Readonly<Record<GeoFormat, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

const XML = '<?xml version="1.0" encoding="utf-8"?>'

function element(name: string, value: Item | Value | readonly unknown[]): string {
  if (Array.isArray(value))
    return `<${name}>${value.map((one) => element(name.replace(/s$/, ''), one as Item | Value)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([key, inner]) => element(key, inner as Item | Value))
      .join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
