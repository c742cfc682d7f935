import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network that a request comes from, as a key for counting tries: an IPv4 address, or the first half of an IPv6 one,
 * since whoever has one has 2⁶⁴ of them. `proxies` is how many proxies of our own stand in front: each adds an address to
 * `X-Forwarded-For`, and what stands left of those may be written by anybody.
 */
export function visitorNetwork(
  remote: string | undefined,
  forwardedFor: string | null | undefined,
  proxies: number,
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const address = (proxies > 0 ? hops.at(-proxies) : undefined) || remote || ''
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain
  return isIPv6(plain) ? firstHalf(plain) : 'unknown'
}

function firstHalf(address: string): string {
  const [head = '', tail = ''] = address.split('%')[0]?.toLowerCase().split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::') ? Array(8 - left.length - right.length).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
