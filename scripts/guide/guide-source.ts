import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Heading, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Language } from '../../app/i18n/language.ts'
import { hasThai } from '../../app/kernel/thai-words.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'

/** Where the guide is written: a folder for each language, with the same pages in both. */
const GUIDE_FOLDER = path.join(projectRoot, 'docs', 'guide')
export const LANGUAGES = ['th', 'en'] as const satisfies readonly Language[]

/** A page of the guide as it is written. `name` is its path without an ending: 'coordinator/results'. */
export type GuidePage = Readonly<{ lang: Language; name: string; title: string; tree: Root }>

/**
 * Stands where a section of another document is read in, `<!-- from docs/FILE.md: Heading -->`, or its commands alone,
 * `<!-- commands from docs/FILE.md: Heading -->`.
 */
const INCLUSION = /^<!-- (from|commands from) (docs\/[A-Z-]+\.md): (.+) -->$/
/** The heading under which a document keeps the part in a language, where it has both. */
const LANGUAGE_HEADS: Readonly<Record<Language, string>> = { th: 'ภาษาไทย', en: 'English' }

/**
 * All pages in a language, in the order of reading: the first page leads to parts, and the first page of a part to its
 * pages, in the order of their links. Throws with one sentence where a link leads to no page, or no link to a page.
 */
export function readGuide(lang: Language): readonly GuidePage[] {
  const first = readPage(lang, 'index')
  const parts = linkedFrom(first).filter((name) => name.endsWith('/index'))
  const pages = [
    first,
    ...parts.flatMap((part) => {
      const page = readPage(lang, part)
      const folder = `${path.posix.dirname(part)}/`
      const below = linkedFrom(page).filter((name) => name.startsWith(folder) && name !== part)
      return [page, ...below.map((name) => readPage(lang, name))]
    }),
  ]
  const forgotten = written(lang).filter((name) => !pages.some((page) => page.name === name))
  if (forgotten.length > 0) throw new Error(`docs/guide/${lang}: no index leads to ${forgotten.join(', ')}`)
  return pages
}

/** The part of the guide to which a page belongs; null for its first page. */
export const partOf = (name: string): string | null =>
  name.includes('/') ? name.slice(0, name.indexOf('/')) : null

/** The words of a node and of all in it. */
export function textOf(node: unknown): string {
  const { value, alt, children } = node as { value?: string; alt?: string; children?: readonly unknown[] }
  return children ? children.map(textOf).join('') : (value ?? alt ?? '')
}

/** The tree of a text in Markdown with tables. */
const treeOf = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })

function readPage(lang: Language, name: string): GuidePage {
  const file = path.join(GUIDE_FOLDER, lang, `${name}.md`)
  if (!existsSync(file)) throw new Error(`docs/guide/${lang}: there is no page ${name}.md`)
  const tree = treeOf(readFileSync(file, 'utf8'))
  const [head, ...rest] = tree.children
  if (head?.type !== 'heading' || head.depth !== 1)
    throw new Error(`docs/guide/${lang}/${name}.md does not begin with its title`)
  const children = [head, ...rest.flatMap((node) => included(node, { lang, name }))]
  return { lang, name, title: textOf(head), tree: { ...tree, children } }
}

/** Names of the pages to which a page links, each once. */
function linkedFrom({ tree, name }: GuidePage): readonly string[] {
  const found: string[] = []
  const visit = (node: { type: string; url?: string; children?: readonly unknown[] }) => {
    if (node.type === 'link' && node.url && /^[^:#]+\.md(#|$)/.test(node.url))
      found.push(path.posix.join(path.posix.dirname(name), node.url.replace(/#.*$/, '').replace(/\.md$/, '')))
    for (const child of node.children ?? []) visit(child as typeof node)
  }
  visit(tree)
  return [...new Set(found)]
}

const written = (lang: Language): readonly string[] =>
  readdirSync(path.join(GUIDE_FOLDER, lang), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(path.join(GUIDE_FOLDER, lang), path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/').replace(/\.md$/, ''))

/** A node as it is, or what it asks for of another document. */
function included(
  node: RootContent,
  page: Readonly<{ lang: Language; name: string }>,
): readonly RootContent[] {
  if (node.type !== 'html') return [node]
  const [, what, file = '', heading = ''] = INCLUSION.exec(node.value) ?? []
  if (file === '') throw new Error(`docs/guide/${page.lang}/${page.name}.md holds HTML: ${node.value}`)
  const { children } = treeOf(readFileSync(path.join(projectRoot, file), 'utf8'))
  const found = sectionOf(children, heading, what === 'commands from' ? null : page.lang)
  if (!found)
    throw new Error(`docs/guide/${page.lang}/${page.name}.md asks for “${heading}”, which ${file} has not`)
  return what === 'commands from' ? found.filter(({ type }) => type === 'code') : found
}

const isHeading = (node: RootContent): node is Heading => node.type === 'heading'

/** The section under a heading, its own headings lifted to stand below the title of a page; null where there is none. */
function sectionOf(
  nodes: readonly RootContent[],
  heading: string,
  lang: Language | null,
): RootContent[] | null {
  const part =
    lang === null ? -1 : nodes.findIndex((one) => isHeading(one) && textOf(one) === LANGUAGE_HEADS[lang])
  const start = nodes.findIndex((one, index) => index >= part && isHeading(one) && textOf(one) === heading)
  const head = nodes[start]
  if (!head || !isHeading(head)) return null
  const end = nodes.findIndex((one, index) => index > start && isHeading(one) && one.depth <= head.depth)
  const lift = (depth: number) => Math.max(2, depth - head.depth + 1) as Heading['depth']
  return (
    nodes
      .slice(start + 1, end === -1 ? undefined : end)
      // A section in both languages says everything twice, each by itself.
      .filter(
        (one) =>
          lang === null || part !== -1 || one.type === 'code' || hasThai(textOf(one)) === (lang === 'th'),
      )
      .map((one) => (isHeading(one) ? { ...one, depth: lift(one.depth) } : (withoutWays(one) as RootContent)))
  )
}

/** Documents lead to each other, where the guide does not go: their names stay. */
function withoutWays(node: { type: string; url?: string; children?: readonly unknown[] }): unknown {
  if (node.type === 'link' && !/^https?:/.test(node.url ?? ''))
    return { type: 'inlineCode', value: textOf(node) }
  if (!node.children) return node
  return { ...node, children: node.children.map((child) => withoutWays(child as typeof node)) }
}
