/** What an agency says of itself; null where nothing is known. */
export type AgencyFacts = Readonly<{
  nameTh: string | null
  nameEn: string | null
  shortName: string | null
  /** One of `AGENCY_TYPES`. */
  agencyType: string | null
  ministry: string | null
  /** Lower case, without scheme and port. */
  hostName: string | null
}>

const HOST_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/

/** "ITA.Agency.go.th." → "ita.agency.go.th"; null when it is no host name. */
export function foldHostName(text: string): string | null {
  const folded = text.trim().toLowerCase().replace(/\.$/, '')
  return folded.length <= 253 && HOST_NAME.test(folded) ? folded : null
}
