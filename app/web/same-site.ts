/**
 * Whether a request that may change something comes from a page of this very site. Browsers say from where it comes
 * (`Sec-Fetch-Site`, Fetch Metadata); one that does not must name its origin, and what names neither is not believed.
 * `host` is the one that the browser asked for.
 */
export function isSameSite(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
