import type { Language } from '../../i18n/language.ts'
import { sizeText } from '../../kernel/file-size.ts'
import { hasWords, searchedWords } from '../../kernel/search-fold.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { PublicPage } from '../../web/public-page.ts'
import { searchEvidence } from '../evidence/index.server.ts'
import { searchFacts } from './item-work.queries.server.ts'
import { centreItemText } from './text/centre.ts'
import type { Pick, PickWay } from './ways.domain.ts'

type Asked = Readonly<{ lang: Language; way: PickWay; find: string; pages: readonly PublicPage[] }>

const MOST = 30

/** What fits a search; null where something has to be typed first. */
export function findPicks(ctx: Ctx, asked: Asked): Promise<readonly Pick[] | null> {
  if (asked.way === 'file') return filePicks(ctx, asked)
  return asked.way === 'fact' ? factPicks(ctx, asked) : Promise.resolve(pagePicks(asked))
}

async function filePicks(ctx: Ctx, { find }: Asked): Promise<readonly Pick[] | null> {
  if (searchedWords(find).length === 0) return null
  const items = await searchEvidence(ctx, { text: find, limit: MOST })
  return items.flatMap(({ id, facts, content }) =>
    content.kind === 'file' && !facts.isConfidential && content.scan !== 'infected'
      ? [
          {
            value: id,
            title: { th: facts.title, en: null },
            about: `${content.fileName} (${sizeText(content.size)})`,
          },
        ]
      : [],
  )
}

async function factPicks(ctx: Ctx, { lang, find }: Asked): Promise<readonly Pick[]> {
  const found = await searchFacts(ctx, { text: find })
  return found.slice(0, MOST).map(({ fact }) => ({
    value: fact.id,
    title: fact.title,
    about: [centreItemText(lang).kinds[fact.kind], fact.file?.fileName ?? fact.address ?? fact.words]
      .filter(Boolean)
      .join(' · '),
  }))
}

/** An item is not answered by the page that shows it, nor by a tool. */
const pagePicks = ({ find, pages }: Asked): readonly Pick[] => {
  const words = searchedWords(find)
  return pages
    .filter(({ group }) => group !== 'disclosure' && group !== 'tool')
    .filter(({ title, address }) => hasWords(`${title.th} ${title.en} ${address}`, words))
    .slice(0, MOST)
    .map(({ address, title, isTranslated }) => ({
      value: address,
      title: { th: title.th, en: isTranslated ? title.en : null },
      about: address,
    }))
}
