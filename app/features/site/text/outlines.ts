import type { POLICY_SLUGS } from '../pages/page.domain.ts'
import { outlinesEn } from './outlines.en.ts'
import { outlinesTh } from './outlines.th.ts'

/** Title and body from which a policy begins, in both languages. */
export const outlineOf = (slug: (typeof POLICY_SLUGS)[number]) => ({
  th: outlinesTh[slug],
  en: outlinesEn[slug],
})
