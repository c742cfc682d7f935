import type { MaybeBilingual } from '../../../i18n/language.ts'
import type { LicenseId } from '../../opendata/index.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import type { MapPlace } from './map-place.domain.ts'

/** What the site says of the agency, and how it looks. Null where nobody has said so yet. */
export type SiteProfile = Readonly<{
  schema: 'prongsai.site-profile/1'
  /** One sentence on the home page: what the agency does. */
  mission: MaybeBilingual | null
  contact: Readonly<{
    address: MaybeBilingual | null
    telephones: readonly string[]
    email: string | null
    /** อีเมลสารบรรณ. */
    officialEmail: string | null
    hours: MaybeBilingual | null
    place: MapPlace | null
    /** Social channels, by name and address. */
    social: readonly Readonly<{ name: string; address: string }>[]
  }>
  brand: Readonly<{
    /** "#0b3d78"; null: the colour of the product. */
    colour: string | null
    mark: PagePicture | null
  }>
  /** Under which the open data of the agency are given. */
  license: LicenseId | null
}>

/** Before anybody said anything. */
export const NO_PROFILE: SiteProfile = {
  schema: 'prongsai.site-profile/1',
  mission: null,
  contact: {
    address: null,
    telephones: [],
    email: null,
    officialEmail: null,
    hours: null,
    place: null,
    social: [],
  },
  brand: { colour: null, mark: null },
  license: null,
}
