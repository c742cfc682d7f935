import type { DemoSite, SiteAgency } from '../ground/demo-site.ts'

/** Who looks: a host name, and the `Cookie` header of a browser, or nobody. */
export type Who = Readonly<{
  port: number
  host: string
  cookie: string | null
  personId: string | null
  as: string
}>

export const headersOf = ({ cookie }: Who): Readonly<Record<string, string>> =>
  cookie === null ? {} : { Cookie: cookie }

/** A visitor of an agency, and everybody who is signed in there. */
export const peopleOf = ({ port }: DemoSite, { host, people }: SiteAgency): readonly Who[] => [
  { port, host, cookie: null, personId: null, as: 'visitor' },
  ...[...people.values()].map(({ cookie, personId, role }) => ({ port, host, cookie, personId, as: role })),
]
