import type { TextOf } from '../../../i18n/language.ts'
import type { agencyPageTh } from './agency-page.th.ts'

export type AgencyPageText = TextOf<typeof agencyPageTh>

export const agencyPageEn: AgencyPageText = {
  title: 'The agency',
  lead: 'The names that the public sees on the site and in reports',
  errorTitle: 'Not saved yet. Correct the following',
  code: 'Agency code',
  codeHint: 'Set when the system was installed; it does not change',
  nameTh: 'Thai name',
  nameEn: 'English name (optional)',
  shortName: 'Short name (optional)',
  agencyType: 'Kind of agency in the ITA assessment',
  noType: 'Not said yet',
  ministry: 'Ministry or parent body (optional)',
  hostName: 'Host name of the site (optional)',
  hostHint:
    'May be empty where this system has one agency. Example: ita.agency.go.th. Once set, the site answers under this name alone, and everybody signs in anew',
  hostConfirmed: 'The new host name leads to this machine already',
  save: 'Save',
  done: { changed: 'Saved', same: 'Nothing was different, so nothing was changed' },
  types: {
    department: 'Department or equal',
    'public-organisation': 'Public organisation',
    'state-enterprise': 'State enterprise',
    'other-state-agency': 'Other state agency',
    fund: 'Fund',
    university: 'Institution of higher education',
    independent: 'Independent body',
    prosecution: 'Public prosecution',
    court: 'Court',
    parliament: 'Agency under parliament',
    province: 'Province',
    'provincial-administration': 'Provincial administrative organisation',
    'city-municipality': 'City municipality',
    'town-municipality': 'Town municipality',
    'subdistrict-municipality': 'Subdistrict municipality',
    'subdistrict-administration': 'Subdistrict administrative organisation',
    'special-local-government': 'Special local government',
  },
}
