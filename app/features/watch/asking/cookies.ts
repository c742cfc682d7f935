/** Cookies of one look, by host: some sites lead nobody on who does not bring back what they gave. Nothing outlives the look. */
export type Cookies = Readonly<{
  /** The header for a host; empty where it gave none. */
  of: (host: string) => string
  take: (host: string, given: readonly string[] | undefined) => void
}>

const MOST = 20
const LONGEST = 4_096

export function createCookies(): Cookies {
  const byHost = new Map<string, Map<string, string>>()
  return {
    of: (host) => [...(byHost.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
    take: (host, given = []) => {
      const kept = byHost.get(host) ?? new Map<string, string>()
      for (const line of given.slice(0, MOST)) {
        const [, name, value] = /^([^=;\s]+)=([^;]*)/.exec(line) ?? []
        // Only what may stand in a header, so that an answer cannot write a request.
        if (name && value !== undefined && line.length <= LONGEST && /^[\x21-\x7e ]*$/.test(name + value))
          kept.set(name, value.trim())
      }
      byHost.set(host, kept)
    },
  }
}
