import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { PageContent } from './page.domain.ts'

/** Since when, by whom and why a page is not public any more. */
export type PageEnd = Readonly<{ at: Date; byName: string; reason: string }>

/** A page as it became public. */
export type PublishedPage = Readonly<{
  pageId: string
  /** Counts what was published, from 1. */
  version: number
  content: PageContent
  contentHash: string
  reviewOn: IsoDay | null
  /** Of its approval, where the agency has a chain for pages. */
  publicationId: string | null
  publishedAt: Date
  publishedByName: string
  /** Taken down; null while it stands. A newer version alone ends nothing. */
  ended: PageEnd | null
}>

/** One line of the history of a page. Names of persons stay inside. */
export type PageVersion = Pick<PublishedPage, 'version' | 'contentHash' | 'publishedAt'> &
  Readonly<{ ended: Omit<PageEnd, 'byName'> | null }>

/** What answers at an address: the page asked for, where it now stands, and its history, the newest first. */
export type FoundPage = Readonly<{
  page: Omit<PublishedPage, 'publishedByName' | 'ended'> & Pick<PageVersion, 'ended'>
  /** The address of the newest version: another than was asked for means that it moved. */
  slug: string
  newestVersion: number
  versions: readonly PageVersion[]
}>
