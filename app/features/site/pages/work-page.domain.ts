import type { PageFacts } from './page-form.domain.ts'

/** A page at work. */
export type WorkPage = PageFacts &
  Readonly<{
    id: string
    contentHash: string
    version: number
    changedAt: Date
    changedByName: string
  }>
