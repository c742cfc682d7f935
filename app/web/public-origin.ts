type Site = Readonly<{
  /** ORIGIN of the settings: scheme, host and port. */
  origin: string
  /** The agency's own host name; null for the one that answers at ORIGIN. */
  hostName: string | null
  /** `Host` of the request, if there is one. */
  host: string | undefined
}>

/**
 * Under which scheme, host and port a browser meets an agency. An agency with a host name of its own has scheme and port of
 * ORIGIN. A site that was given no ORIGIN is met on this machine alone, by whatever name and port it was asked.
 */
export function publicOrigin({ origin, hostName, host }: Site): string {
  const own = new URL(origin)
  if (hostName !== null) return `${own.protocol}//${hostName}${own.port === '' ? '' : `:${own.port}`}`
  const asked = host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
  return isMetByEveryName(origin) && asked && isLoopback(asked.hostname) ? asked.origin : origin
}

/** Whether pages name the host by which they were asked for: then one that is kept is for that host alone. */
export const isMetByEveryName = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' && isLoopback(hostname)
}

/** Hosts that never leave this machine: browsers trust them without a certificate. */
export const isLoopback = (hostName: string): boolean =>
  hostName === 'localhost' ||
  hostName.endsWith('.localhost') ||
  hostName === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostName)
