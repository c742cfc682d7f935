import type { MaybeBilingual } from '../../i18n/language.ts'

/** Ways to answer an element; the names stand in addresses. */
export const WAYS = ['text', 'file', 'link', 'page', 'fact', 'none'] as const
export type Way = (typeof WAYS)[number]
export const readWay = (text: string | null): Way | null => WAYS.find((way) => way === text) ?? null

/** Those in which something that exists is picked. */
export type PickWay = 'file' | 'page' | 'fact'
export const isPickWay = (way: string | null): way is PickWay =>
  way === 'file' || way === 'page' || way === 'fact'

/** A file of evidence, a page or a fact that may be picked; `value` is its identifier or path. */
export type Pick = Readonly<{ value: string; title: MaybeBilingual; about: string }>
