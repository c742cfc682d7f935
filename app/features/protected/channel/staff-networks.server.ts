import { BlockList, isIPv6 } from 'node:net'

/**
 * Whether somebody comes from a network of the agency: asked for each page, to warn, and kept nowhere. `network` as
 * `visitorNetwork` gives it: an IPv4 address, or the first half of an IPv6 one.
 */
export function staffNetworks(networks: readonly string[]): (network: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return (network) => {
    const [address, family] = network.includes(':')
      ? ([`${network}::`, 'ipv6'] as const)
      : ([network, 'ipv4'] as const)
    return networks.length > 0 && list.check(address, family)
  }
}
