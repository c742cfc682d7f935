/** Kinds of agencies as the yearly assessment counts them. The codes stand in the database and are never reworded. */
export const AGENCY_TYPES = [
  'department',
  'public-organisation',
  'state-enterprise',
  'other-state-agency',
  'fund',
  'university',
  'independent',
  'prosecution',
  'court',
  'parliament',
  'province',
  'provincial-administration',
  'city-municipality',
  'town-municipality',
  'subdistrict-municipality',
  'subdistrict-administration',
  'special-local-government',
] as const
export type AgencyType = (typeof AGENCY_TYPES)[number]
