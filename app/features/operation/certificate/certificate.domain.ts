/**
 * What the public address of the site shows to who opens it. 'plain': it is not https, so there is none. 'unknown': nobody has
 * looked yet.
 */
export type CertificateFacts =
  | Readonly<{ state: 'plain' | 'unknown' }>
  | Readonly<{ state: 'unreachable'; code: string; checkedAt: Date }>
  | Readonly<{
      /** 'untrusted': browsers warn of it, for the reason in `code`. */
      state: 'trusted' | 'untrusted'
      code: string | null
      issuer: string
      notAfter: Date
      checkedAt: Date
    }>

/** As a job keeps it. */
export type CertificateDetail = Readonly<{
  state: 'plain' | 'unreachable' | 'trusted' | 'untrusted'
  code: string | null
  issuer: string | null
  notAfter: string | null
}>

/** What was seen at `checkedAt`; 'unknown' where it is not what this program writes. */
export function certificateFrom(
  detail: Readonly<Record<string, unknown>>,
  checkedAt: Date | null,
): CertificateFacts {
  const { state, code, issuer, notAfter } = detail
  if (checkedAt === null) return { state: 'unknown' }
  if (state === 'unreachable') return { state, code: String(code), checkedAt }
  if (state !== 'trusted' && state !== 'untrusted') return { state: 'unknown' }
  const end = new Date(String(notAfter))
  if (Number.isNaN(end.getTime())) return { state: 'unknown' }
  return {
    state,
    code: typeof code === 'string' ? code : null,
    issuer: String(issuer ?? ''),
    notAfter: end,
    checkedAt,
  }
}
