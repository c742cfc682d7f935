import type { AlignType, Definition, Nodes, RootContent, Table } from 'mdast'
import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import { leadsTo, pageTree } from '../pages/page-tree.ts'
import { pagesText } from '../text/pages.ts'

type BodyProps = Readonly<{
  markdown: string
  /** The language of the words. */
  lang: Language
  /** Pictures that the words may show: `![](1)` is the first. */
  pictures?: readonly PagePicture[]
  /** The heading under which the body stands. */
  under?: 1 | 2
  /** Shown to staff, who see pictures before anybody else may. */
  isAtWork?: boolean
}>

/**
 * A body that staff wrote, as elements: nothing of it is ever taken as HTML, links lead only where `leadsTo` allows, and
 * pictures are only those of the page.
 */
export function SitePageBody({ markdown, lang, pictures = [], under = 1, isAtWork = false }: BodyProps) {
  const tree = pageTree(markdown)
  const place: Place = {
    lang,
    pictures,
    definitions: new Map(
      tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
    ),
    headings: [],
    under,
    isAtWork,
  }
  return (
    <div className="written" lang={lang}>
      {tree.children.map((node, index) => shown(node, place, index))}
    </div>
  )
}

type Place = Readonly<{
  lang: Language
  pictures: readonly PagePicture[]
  definitions: ReadonlyMap<string, Definition>
  /** Depths of the headings that are open: a heading is never more than one level below the last. */
  headings: number[]
  under: number
  isAtWork: boolean
}>

/** Pictures that a body shows itself; the others are shown below it. */
export function picturesWithin(markdown: string, pictures: readonly PagePicture[]): ReadonlySet<PagePicture> {
  const found = new Set<PagePicture>()
  const open: Nodes[] = [pageTree(markdown)]
  while (open.length > 0) {
    const node = open.pop()!
    const picture = node.type === 'image' ? pictureAt(node.url, pictures) : null
    if (picture) found.add(picture)
    if ('children' in node) open.push(...node.children)
  }
  return found
}

/** By its number on the page, or by its address. */
const pictureAt = (url: string, pictures: readonly PagePicture[]): PagePicture | null =>
  (/^\d{1,2}$/.test(url)
    ? pictures[Number(url) - 1]
    : pictures.find((one) => addressOf.publicFile(one.sha256, one.fileName) === url)) ?? null

type PictureProps = Readonly<{ picture: PagePicture; lang: Language; isAtWork?: boolean }>

/** A picture with what it shows, in the language of the words around it. */
export function Picture({ picture, lang, isAtWork = false }: PictureProps) {
  const alt = saidIn(lang, picture.alt)
  const { evidence } = picture
  return (
    <img
      src={
        isAtWork && evidence
          ? addressOf.office('th', `evidence/${evidence.id}/files/${evidence.version}?inline=1`)
          : addressOf.publicFile(picture.sha256, picture.fileName)
      }
      alt={alt.words}
      lang={alt.lang === lang ? undefined : alt.lang}
      loading="lazy"
    />
  )
}

const within = (nodes: readonly RootContent[], place: Place): ReactNode =>
  nodes.map((node, index) => shown(node, place, index))

function shown(node: RootContent, place: Place, key: number): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'html':
      return node.value
    case 'paragraph':
      return <p key={key}>{within(node.children, place)}</p>
    case 'heading':
      return (
        <Heading key={key} level={levelOf(node.depth, place)}>
          {within(node.children, place)}
        </Heading>
      )
    case 'strong':
      return <strong key={key}>{within(node.children, place)}</strong>
    case 'emphasis':
      return <em key={key}>{within(node.children, place)}</em>
    case 'break':
      return <br key={key} />
    case 'thematicBreak':
      return <hr key={key} />
    case 'blockquote':
      return <blockquote key={key}>{within(node.children, place)}</blockquote>
    case 'inlineCode':
      return <code key={key}>{node.value}</code>
    case 'code':
      return (
        <pre key={key}>
          <code>{node.value}</code>
        </pre>
      )
    case 'list':
      return node.ordered ? (
        <ol key={key} start={node.start ?? undefined}>
          {within(node.children, place)}
        </ol>
      ) : (
        <ul key={key}>{within(node.children, place)}</ul>
      )
    case 'listItem':
      return <li key={key}>{node.children.map((child, index) => listed(child, place, index))}</li>
    case 'link':
      return linked(node.url, within(node.children, place), key)
    case 'linkReference':
      return linked(place.definitions.get(node.identifier)?.url ?? '', within(node.children, place), key)
    case 'image':
      return drawn(node.url, node.alt ?? '', place, key)
    case 'imageReference':
      return drawn(place.definitions.get(node.identifier)?.url ?? '', node.alt ?? '', place, key)
    case 'table':
      return <TableShown key={key} table={node} place={place} />
    default:
      // Definitions are said where they are used; other kinds have no form here.
      return null
  }
}

/** A line of a list stands without a paragraph around it. */
const listed = (node: RootContent, place: Place, key: number): ReactNode =>
  node.type === 'paragraph' ? <span key={key}>{within(node.children, place)}</span> : shown(node, place, key)

const linked = (url: string, words: ReactNode, key: number): ReactNode => {
  const address = leadsTo(url)
  return address === null ? (
    <span key={key}>{words}</span>
  ) : (
    <a key={key} href={address} rel={/^https?:/iu.test(address) ? 'noopener' : undefined}>
      {words}
    </a>
  )
}

const drawn = (url: string, alt: string, { pictures, lang, isAtWork }: Place, key: number): ReactNode => {
  const picture = pictureAt(url, pictures)
  return picture ? <Picture key={key} picture={picture} lang={lang} isAtWork={isAtWork} /> : `[${alt || url}]`
}

function levelOf(depth: number, { headings, under }: Place): number {
  while ((headings.at(-1) ?? 0) >= depth) headings.pop()
  headings.push(depth)
  return Math.min(headings.length + under, 6)
}

function Heading({ level, children }: { level: number; children: ReactNode }) {
  const Name = `h${level}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  return <Name>{children}</Name>
}

/** Wide tables are moved sideways in their own frame, by keys too. */
function TableShown({ table, place }: { table: Table; place: Place }) {
  const [head, ...rows] = table.children
  const align = table.align ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved sideways must be reached by keys
    <section className="page-table" tabIndex={0} aria-label={pagesText(place.lang).table}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              <th key={index} scope="col" className={sideOf(align[index])}>
                {within(cell.children, place)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={at}>
              {row.children.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                <td key={index} className={sideOf(align[index])}>
                  {within(cell.children, place)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const sideOf = (align: AlignType | undefined): string | undefined =>
  align === 'right' ? 'number' : undefined
