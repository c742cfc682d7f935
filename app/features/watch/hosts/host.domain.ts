/**
 * A host as somebody types it or copies it out of an address ("https://Stat.agency.go.th/page", a Thai name too), in the form
 * in which `URL.host` has it; null where it is none. The port of https is left out.
 */
export function typedHost(text: string): string | null {
  const typed = text.trim()
  if (typed === '' || /\s/u.test(typed)) return null
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.username !== '' || url.password !== '') return null
  return /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/.test(url.host) && !isNumeric(url.hostname)
    ? url.host
    : null
}

/** An address of the network is no site: the agency's sites have names. */
const isNumeric = (hostname: string): boolean => /^[\d.]+$/.test(hostname)

export type HostFaultCode = 'host.unreadable' | 'host.known' | 'host.note-too-long'
