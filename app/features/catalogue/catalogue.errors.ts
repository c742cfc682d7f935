import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import type { CatalogueAct } from './catalogue.policy.ts'
import { catalogueActsEn } from './text/catalogue-acts.en.ts'
import { catalogueActsTh } from './text/catalogue-acts.th.ts'
import { catalogueRefusalEn } from './text/catalogue-refusal.en.ts'
import { catalogueRefusalTh } from './text/catalogue-refusal.th.ts'

/** Every way in which a list can be refused. The code is also the key of its sentence. */
export type CatalogueErrorCode = Exclude<keyof typeof catalogueRefusalTh, 'notPermitted' | 'place' | 'more'>
export type CatalogueError = Readonly<{
  code: CatalogueErrorCode
  fileName: string
  /** From 1; null where no line can be named. */
  line: number | null
  /** Way to the place in the file ("objects.framework.ref_id"), or the row it is about ("2570:O1.scale"); empty for the whole. */
  path: string
  /** What was met there, in English; empty when the code says it all. */
  detail: string
  /** How many further faults the file has. */
  more: number
}>

/** The refusal as one sentence: which file, where in it, what, and what to do. */
export function catalogueErrorText(error: CatalogueError | PermissionRefusal): Bilingual {
  if (error.code === 'permission.refused') {
    const act = error.act as CatalogueAct
    return {
      th: catalogueRefusalTh.notPermitted(catalogueActsTh[act]),
      en: catalogueRefusalEn.notPermitted(catalogueActsEn[act]),
    }
  }
  return { th: sentence(catalogueRefusalTh, error), en: sentence(catalogueRefusalEn, error) }
}

function sentence(
  words: typeof catalogueRefusalTh | typeof catalogueRefusalEn,
  error: CatalogueError,
): string {
  const where = [error.fileName, words.place(error.line, error.path)].filter(Boolean).join(', ')
  return `${words[error.code](where, error.detail)}${error.more > 0 ? words.more(error.more) : ''}`
}
