import type { Policy } from '../../kernel/permission.ts'

/** Who may put a list of the agency in the place of the program's own: it changes what every report is judged by. */
export const CATALOGUE_POLICY = {
  'catalogue-library.import': { roles: ['administrator'] },
} satisfies Policy

export type CatalogueAct = keyof typeof CATALOGUE_POLICY
