import { isIP } from 'node:net'

/**
 * Networks written with commas between, each as "10.0.0.0/8"; an address alone is a network of one. Null where one of them
 * cannot be read; empty where none is written.
 */
export function readNetworks(written: string): readonly string[] | null {
  const networks = written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readNetwork)
  return networks.includes(null) ? null : (networks as string[])
}

function readNetwork(written: string): string | null {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(written) ?? []
  const longest = { 4: 32, 6: 128 }[isIP(address)]
  if (longest === undefined || Number(bits ?? 0) > longest) return null
  return `${address}/${bits ?? longest}`
}
