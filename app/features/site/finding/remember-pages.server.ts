import type { PublicPage, PublicPagesSource } from '../../../web/public-page.ts'

type Remembered = Readonly<{ pages: Promise<readonly PublicPage[]>; until: number }>

/**
 * The public pages of each agency, read once for everybody who asks within `lifetimeMs`: every page asks for its own title,
 * and a search for all of them. `forget` when something became public.
 */
export function rememberPages(
  source: PublicPagesSource,
  { lifetimeMs = 60_000, now = Date.now }: Readonly<{ lifetimeMs?: number; now?: () => number }> = {},
): Readonly<{ pages: PublicPagesSource; forget: () => void }> {
  const known = new Map<string, Remembered>()
  const pages: PublicPagesSource = (ctx) => {
    const { id } = ctx.agency
    const remembered = known.get(id)
    if (remembered && remembered.until >= now()) return remembered.pages
    const asked = source(ctx)
    const entry = { pages: asked, until: now() + lifetimeMs }
    known.set(id, entry)
    // What could not be read is asked for again by the next.
    asked.catch(() => known.get(id) === entry && known.delete(id))
    return asked
  }
  return { pages, forget: () => known.clear() }
}
