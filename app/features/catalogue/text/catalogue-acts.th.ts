import type { CatalogueAct } from '../catalogue.policy.ts'

/** What each act of the policy is called. */
export const catalogueActsTh = {
  'catalogue-library.import': 'นำเข้ากรอบการประเมินหรือตารางเทียบของหน่วยงาน',
} as const satisfies Record<CatalogueAct, string>
