import { type Asking, ask } from '../asking/ask.server.ts'
import type { PageLink } from '../reading/reading.domain.ts'
import type { WatchCode } from '../watch.domain.ts'

/** A link that does not open. `isGone`: for certain, not only at this moment. */
export type DeadLink = Readonly<{ address: string; isGone: boolean }>
type LinkState = 'opens' | 'gone' | 'fails'
/** Links that opened a while ago: many pages lead to the same places. One that did not is asked again, for it may be mended. */
export type LinkMemory = Readonly<{
  opened: (address: string) => boolean
  keep: (address: string) => void
}>

const KEPT_MS = 10 * 60_000
const MOST_KEPT = 5_000
/** Of one page. At one request a second this is what a look may take. */
const MOST_LINKS = 30
/** Nor does it go on to another link after so long, where the other sides take their time. */
const LONGEST_MS = 60_000
const NOT_ASKED: readonly WatchCode[] = ['address.not-allowed', 'address.private', 'answer.too-large']
const GONE: readonly WatchCode[] = ['name.unknown', 'connection.refused', 'redirect.endless']
/** Answers that mean a person may well get in: asked to slow down, or the method is not theirs. */
const PASSING_STATUS = ['405', '429', '503']

export function createLinkMemory(now: () => Date): LinkMemory {
  const kept = new Map<string, number>()
  return {
    opened: (address) => {
      const at = kept.get(address)
      return at !== undefined && now().getTime() - at < KEPT_MS
    },
    keep: (address) => {
      kept.delete(address)
      kept.set(address, now().getTime())
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    },
  }
}

type Parts = Readonly<{
  page: string
  asking: Asking
  links: LinkMemory
  /** Whether a link that opened a while ago is asked all the same. */
  isFresh: boolean
}>

/** Links of the content that do not open. Hosts that may not be asked are left alone. */
export async function deadLinks(
  links: readonly PageLink[],
  { page, asking, links: memory, isFresh }: Parts,
): Promise<readonly DeadLink[]> {
  const addresses = [...new Set(links.filter(({ isInContent }) => isInContent).map(({ address }) => address))]
    .filter((address) => address !== page && mayAsk(address, asking))
    .slice(0, MOST_LINKS)
  const dead: DeadLink[] = []
  const until = Date.now() + LONGEST_MS
  for (const address of addresses) {
    if (Date.now() > until) break
    if (!isFresh && memory.opened(address)) continue
    const state = await stateOf(address, asking)
    if (state === 'opens') memory.keep(address)
    else dead.push({ address, isGone: state === 'gone' })
  }
  return dead
}

const mayAsk = (address: string, { ownOrigins, mayAsk }: Asking): boolean => {
  const { host, origin } = new URL(address)
  return ownOrigins.includes(origin) || mayAsk(host)
}

async function stateOf(address: string, asking: Asking): Promise<LinkState> {
  const answer = await ask(address, { ...asking, isHeadEnough: true })
  if (answer.ok || NOT_ASKED.includes(answer.error.code)) return 'opens'
  const { code, status } = answer.error
  if (code !== 'status.error') return GONE.includes(code) ? 'gone' : 'fails'
  if (status === 404 || status === 410) return 'gone'
  return PASSING_STATUS.includes(String(status)) ? 'opens' : 'fails'
}
