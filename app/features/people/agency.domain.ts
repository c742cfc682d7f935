/** One agency. Names are null until somebody gives them. */
export type Agency = Readonly<{
  id: string
  /** Small Latin letters, digits and hyphens, 2 to 40; never changes. */
  code: string
  nameTh: string | null
  nameEn: string | null
  shortName: string | null
}>

export type AgencyNames = Readonly<{
  nameTh?: string | null
  nameEn?: string | null
  shortName?: string | null
}>

const CODE = /^[a-z0-9][a-z0-9-]{1,39}$/

export const isAgencyCode = (text: string): boolean => CODE.test(text)

/** The names that `given` adds to what is known of an agency; null when it adds none. */
export function newNames(agency: Agency, given: AgencyNames): Required<AgencyNames> | null {
  const names = {
    nameTh: agency.nameTh ?? known(given.nameTh),
    nameEn: agency.nameEn ?? known(given.nameEn),
    shortName: agency.shortName ?? known(given.shortName),
  }
  const isSame =
    names.nameTh === agency.nameTh && names.nameEn === agency.nameEn && names.shortName === agency.shortName
  return isSame ? null : names
}

const known = (name: string | null | undefined): string | null => name?.trim() || null
