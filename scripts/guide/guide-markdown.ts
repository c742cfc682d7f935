import path from 'node:path'
import type { Image, Link, List, Root, RootContent, Table } from 'mdast'
import { hasThai } from '../../app/kernel/thai-words.ts'
import { pictureOf } from './guide-pictures.ts'
import { type GuidePage, textOf } from './guide-source.ts'
import type { GuideWords } from './guide-words.th.ts'

/** A heading of a page that can be linked to. */
export type GuideHeading = Readonly<{ depth: number; text: string; id: string }>
/** `lead` is what stands before all headings. */
export type WrittenPage = Readonly<{
  lead: string
  html: string
  headings: readonly GuideHeading[]
  labels: readonly string[]
}>

type Writing = Readonly<{
  page: GuidePage
  words: GuideWords
  pictures: string
  headings: GuideHeading[]
  labels: Set<string>
}>

/** A word that stands on a screen is written `**[word]**`. */
const LABEL = /^\[(.+)\]$/su

/** Text as it stands in HTML, in an attribute too. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * The body of a page below its title. `pictures` is the folder of the pictures in its language; one that is not there is
 * told in words.
 */
export function writePage(page: GuidePage, words: GuideWords, pictures: string): WrittenPage {
  const writing: Writing = { page, words, pictures, headings: [], labels: new Set() }
  const [, ...nodes] = page.tree.children
  const first = nodes.findIndex(({ type }) => type === 'heading')
  const written = nodes.map((node) => block(node, writing))
  const at = first === -1 ? nodes.length : first
  const [lead, html] = [written.slice(0, at).join('\n'), written.slice(at).join('\n')]
  return { lead, html, headings: writing.headings, labels: [...writing.labels] }
}

function block(node: RootContent, to: Writing): string {
  switch (node.type) {
    case 'heading':
      return heading(node.depth, textOf(node), inline(node.children, to), to)
    case 'paragraph': {
      const [only] = node.children
      if (node.children.length === 1 && only?.type === 'image') return figure(only, to)
      return `<p>${inline(node.children, to)}</p>`
    }
    case 'list':
      return list(node, to)
    case 'table':
      return table(node, to)
    case 'blockquote':
      return `<div class="notice">${node.children.map((one) => block(one, to)).join('\n')}</div>`
    case 'code':
      // What is wider than the page is moved sideways, by the keyboard too.
      return `<pre tabindex="0"${hasThai(node.value) ? ' lang="th"' : ''}><code>${escaped(node.value)}</code></pre>`
    default:
      throw new Error(`${where(to)}: the guide knows no ${node.type}`)
  }
}

function inline(nodes: readonly unknown[], to: Writing): string {
  return (nodes as readonly RootContent[]).map((node) => phrase(node, to)).join('')
}

function phrase(node: RootContent, to: Writing): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'inlineCode':
      return `<code${hasThai(node.value) ? ' lang="th"' : ''}>${escaped(node.value)}</code>`
    case 'break':
      return '<br>'
    case 'strong': {
      const label = LABEL.exec(textOf(node))?.[1]
      if (label === undefined) return `<strong>${inline(node.children, to)}</strong>`
      to.labels.add(label)
      return `<b class="label">${escaped(label)}</b>`
    }
    case 'link':
      return `<a href="${escaped(addressOf(node, to))}">${inline(node.children, to)}</a>`
    default:
      throw new Error(`${where(to)}: the guide knows no ${node.type} within a text`)
  }
}

function heading(depth: number, text: string, html: string, to: Writing): string {
  const id = idOf(text, to.headings)
  to.headings.push({ depth, text, id })
  const anchor = `<a class="anchor" href="#${encodeURIComponent(id)}" aria-label="${escaped(to.words.anchor(text))}">#</a>`
  return `<h${depth} id="${escaped(id)}">${html}${anchor}</h${depth}>`
}

/** A heading as an address: its letters, digits and marks, with hyphens between; numbered where it was there before. */
function idOf(text: string, before: readonly GuideHeading[]): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const same = before.filter(({ id }) => id === plain || id.replace(/-\d+$/, '') === plain).length
  return same === 0 ? plain : `${plain}-${same + 1}`
}

function list(node: List, to: Writing): string {
  const items = node.children.map(({ children }) => {
    const [first, ...rest] = children
    // A list that is written close has no paragraphs within.
    const lead =
      first?.type === 'paragraph' && !node.spread ? inline(first.children, to) : first ? block(first, to) : ''
    return `<li>${[lead, ...rest.map((one) => block(one, to))].join('\n')}</li>`
  })
  const name = node.ordered ? 'ol' : 'ul'
  const start = node.ordered && node.start && node.start !== 1 ? ` start="${node.start}"` : ''
  return `<${name}${start}>\n${items.join('\n')}\n</${name}>`
}

function table(node: Table, to: Writing): string {
  const [head, ...rows] = node.children
  const cells = (row: Table['children'][number], cell: (html: string, index: number) => string) =>
    `<tr>${row.children.map(({ children }, index) => cell(inline(children, to), index)).join('')}</tr>`
  const body = rows.map((row) =>
    cells(row, (html, index) => (index === 0 ? `<th scope="row">${html}</th>` : `<td>${html}</td>`)),
  )
  const top = head ? cells(head, (html) => `<th scope="col">${html}</th>`) : ''
  const name = escaped(to.headings.at(-1)?.text ?? to.page.title)
  return `<div class="table-box" role="region" aria-label="${escaped(to.words.table)}: ${name}" tabindex="0"><table><thead>${top}</thead><tbody>${body.join('')}</tbody></table></div>`
}

function figure(node: Image, to: Writing): string {
  const alt = escaped(node.alt ?? '')
  const picture = pictureOf(to.pictures, node.url)
  if (!picture)
    return `<p class="no-picture"><strong>${escaped(to.words.missingPicture)}:</strong> ${alt}</p>`
  const source = `${rootFrom(to.page.name)}pictures/${to.page.lang}/${picture.file}`
  const size = `width="${picture.width}" height="${picture.height}"`
  return `<figure${picture.isPhone ? ' class="phone"' : ''}><img src="${source}" alt="${alt}" ${size} loading="lazy"></figure>`
}

/** The way from a page to the folder of its language's neighbours. */
export const rootFrom = (name: string): string => '../'.repeat(name.split('/').length)

/** Pages lead to pages of the guide by their files, and elsewhere by the web alone. */
function addressOf({ url }: Link, to: Writing): string {
  if (/^https?:\/\//.test(url) || url.startsWith('#')) return url
  const [file = '', anchor] = url.split('#')
  const target = path.posix.join(path.posix.dirname(to.page.name), file)
  if (!file.endsWith('.md') || target.startsWith('..'))
    throw new Error(`${where(to)}: ${url} leads out of the guide`)
  return file.replace(/\.md$/, '.html') + (anchor === undefined ? '' : `#${anchor}`)
}

const where = ({ page }: Writing): string => `docs/guide/${page.lang}/${page.name}.md`

/** The pictures that a page names, each with its words. */
export function picturesNamed(tree: Root): readonly Readonly<{ file: string; alt: string }>[] {
  const found: { file: string; alt: string }[] = []
  const visit = (node: unknown) => {
    const { type, url, alt, children } = node as Partial<Image> & { children?: readonly unknown[] }
    if (type === 'image') found.push({ file: (url ?? '').replace(/^pictures\//, ''), alt: alt ?? '' })
    for (const child of children ?? []) visit(child)
  }
  visit(tree)
  return found
}
