import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Target = Readonly<{ title: string; page: number }>
export type Navigation = Readonly<{
  /** Of the first level, with the page that each leads to, from 1. */
  bookmarks: readonly Target[]
  /** Pages that the links of a page lead to, from 1; by page. */
  links: readonly (readonly number[])[]
}>

/** Where bookmarks and links of the file lead, as Firefox follows them. */
export async function readNavigation(bytes: Uint8Array): Promise<Navigation> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const pageOf = async (destination: unknown): Promise<number> => {
    const found = typeof destination === 'string' ? await document.getDestination(destination) : destination
    if (!Array.isArray(found)) throw new Error('a link leads nowhere')
    return (await document.getPageIndex(found[0])) + 1
  }
  const bookmarks: Target[] = []
  for (const { title, dest } of (await document.getOutline()) ?? [])
    bookmarks.push({ title, page: await pageOf(dest) })
  const links: number[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = await (await document.getPage(number)).getAnnotations()
    const inner = annotations.filter(({ subtype, dest }) => subtype === 'Link' && dest)
    links.push(await Promise.all(inner.map(({ dest }) => pageOf(dest))))
  }
  await loading.destroy()
  return { bookmarks, links }
}
