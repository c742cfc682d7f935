/** The order in which a site map lays out what pages are about. */
const GROUP_ORDER = [
  'start',
  'service',
  'news',
  'disclosure',
  'report',
  'data',
  'question',
  'page',
  'policy',
  'tool',
] as const

type Listed = Readonly<{ group: (typeof GROUP_ORDER)[number]; address: string }>

/** Pages by what they are about, in the order of a site map; groups without a page are left out. */
export const groupPages = <Page extends Listed>(
  pages: readonly Page[],
): readonly Readonly<{ group: Page['group']; pages: readonly Page[] }>[] =>
  GROUP_ORDER.map((group) => ({ group, pages: pages.filter((page) => page.group === group) })).filter(
    ({ pages: own }) => own.length > 0,
  )
