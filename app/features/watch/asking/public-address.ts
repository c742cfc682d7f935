import ipaddr from 'ipaddr.js'

/** What the registries give out of IPv6; everything outside is of no public network, whatever it is called. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]
/** NAT64 of RFC 6052: the last four bytes are the address of IPv4 that is meant. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number]

/**
 * Whether an address as the name system gives it lies in the public network. One of IPv6 that carries one of IPv4 is judged by
 * that (mapped, NAT64), or refused where nobody publishes a site by it (6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false
  const parsed = ipaddr.parse(text)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const six = parsed as ipaddr.IPv6
  if (six.isIPv4MappedAddress()) return isPublicAddress(six.toIPv4Address().toString())
  if (six.match(NAT64)) return isPublicAddress(six.toByteArray().slice(12).join('.'))
  return six.match(GIVEN_OUT) && six.range() === 'unicast'
}
