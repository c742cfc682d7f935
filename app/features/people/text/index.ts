import type { Language } from '../../../i18n/language.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import type { PeopleAct } from '../people.policy.ts'
import { peopleActsEn } from './people-acts.en.ts'
import { peopleActsTh } from './people-acts.th.ts'
import { type RoleText, roleEn } from './role.en.ts'
import { roleTh } from './role.th.ts'

export type { RoleText }

/** Names and duties of the roles. */
export const roleText = (lang: Language): RoleText => (lang === 'th' ? roleTh : roleEn)

/** What who holds a role does. */
export const roleDuty = (role: RoleName, lang: Language): string => roleText(lang).duties[role]

/** What the acts of the room's policy are called. */
export const peopleActsText = (lang: Language): Readonly<Record<PeopleAct, string>> =>
  lang === 'th' ? peopleActsTh : peopleActsEn
