import ipaddr from 'ipaddr.js'

/** Kinds of addresses that lead to the public network; all others are of a private one, of this machine, or of none. */
const PUBLIC = 'unicast'

/**
 * Whether an address as the name system gives it lies in the public network. IPv6 addresses that carry one of IPv4 (mapped,
 * NAT64, 6to4, Teredo) are judged by their kind, which is none of the public ones: nobody publishes a site by them.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const parsed = ipaddr.parse(text)
  if (parsed.kind() === 'ipv6') {
    const six = parsed as ipaddr.IPv6
    if (six.isIPv4MappedAddress()) return isPublicAddress(six.toIPv4Address().toString())
  }
  return parsed.range() === PUBLIC
}
