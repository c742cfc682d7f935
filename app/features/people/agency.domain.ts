import { foldText } from '../../kernel/rich-text.ts'

/** One agency. Names are null until somebody gives them. */
export type Agency = Readonly<{
  id: string
  /** Small Latin letters, digits and hyphens, 2 to 40; never changes. */
  code: string
  nameTh: string | null
  nameEn: string | null
  shortName: string | null
}>

export type AgencyNames = Pick<Agency, 'nameTh' | 'nameEn' | 'shortName'>

const CODE = /^[a-z0-9][a-z0-9-]{1,39}$/

export const isAgencyCode = (text: string): boolean => CODE.test(text)

/** How a paper names the agency that it is of; an empty name where it names none. */
export type NamedByPaper = Readonly<{ name: string; shortName: string | null }>

/**
 * Whether a paper may be one of this agency: it names nobody, the agency has no name yet, or it names the agency by one of
 * its names. White space tells no two names apart: Thai is written with more of it or with less.
 */
export function mayBeOf(agency: Agency, paper: NamedByPaper): boolean {
  if (letters(paper.name) === '' || agency.nameTh === null) return true
  return [agency.nameTh, agency.nameEn, agency.shortName].some(
    (own) => own !== null && isSameName(own, paper.name),
  )
}

/** The names of an agency after a paper of it: what was not known is taken from the paper, what was known stays. */
export const namesWithPaper = (agency: Agency, paper: NamedByPaper): AgencyNames => ({
  nameTh: agency.nameTh ?? known(paper.name),
  nameEn: agency.nameEn,
  shortName: agency.shortName ?? known(paper.shortName),
})

/** The names of an agency that is now called `name`: its other names were those of the old name and go with it. */
export function namesAfterRenaming(agency: Agency, name: string, paper: NamedByPaper): AgencyNames {
  const nameTh = name.trim()
  if (agency.nameTh === null || isSameName(agency.nameTh, nameTh))
    return { nameTh, nameEn: agency.nameEn, shortName: agency.shortName }
  return { nameTh, nameEn: null, shortName: isSameName(paper.name, nameTh) ? known(paper.shortName) : null }
}

export const hasNames = (agency: Agency, names: AgencyNames): boolean =>
  names.nameTh === agency.nameTh && names.nameEn === agency.nameEn && names.shortName === agency.shortName

const isSameName = (one: string, other: string): boolean => letters(one) === letters(other)

const letters = (name: string): string => foldText(name).replaceAll(' ', '')

const known = (name: string | null): string | null => name?.trim() || null
