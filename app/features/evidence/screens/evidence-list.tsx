import '../../../ui/office-evidence.css'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { listOpenUnits, pageRefused } from '../../people/index.server.ts'
import { EVIDENCE_POLICY } from '../evidence.policy.ts'
import { findEvidenceItems } from '../evidence.queries.server.ts'
import { type EvidenceFilter, filterSearch, readFilter } from '../evidence-filter.domain.ts'
import { countUsesThere, listBrokenUploads, listEvidence } from '../library.queries.server.ts'
import { pieceAddress, unitName } from '../parts/evidence-looks.tsx'
import { EvidenceTable } from '../parts/evidence-table.tsx'
import { addressWith, LibraryFilter } from '../parts/library-filter.tsx'
import { BrokenUploads, UploadArea, UploadsScript } from '../parts/upload-area.tsx'
import { addingText, libraryText } from '../text/pages.ts'
import { evidenceUsesContext } from '../uses-context.server.ts'
import type { Route } from './+types/evidence-list'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(EVIDENCE_POLICY, 'evidence.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const asked = readFilter(searchParams)
  const library = await listEvidence(ctx, asked)
  const ids = library.rows.map(({ id }) => id)
  const uses = await countUsesThere(ctx, { ids, lang, names: context.get(evidenceUsesContext) })
  return {
    lang,
    filter: { ...asked, page: library.page },
    library: { ...library, rows: library.rows.map((row) => ({ ...row, uses: uses.get(row.id) ?? 0 })) },
    units: (await listOpenUnits(ctx)).map(({ unit }) => ({ value: unit.id, label: unitName(unit, lang) })),
    broken: await listBrokenUploads(ctx),
    mayAdd: refusalOf(EVIDENCE_POLICY, 'evidence.add', ctx.actor) === null,
    done: searchParams.get('done'),
    added: await findEvidenceItems(ctx, (searchParams.get('ids') ?? '').split(',')),
    removed: isUuid(searchParams.get('removed') ?? '') ? searchParams.get('removed') : null,
    nonce: visitOf(context).nonce,
  }
}

export default function EvidenceList({ loaderData }: Route.ComponentProps) {
  const { lang, filter, library, units, broken, mayAdd, done, added, removed, nonce } = loaderData
  const [text, adding] = [libraryText(lang), addingText(lang)]
  const isNarrowed = filterSearch({ ...filter, page: 1, order: 'added' }) !== ''
  // Who searches wants to see what was found; else files are brought in first.
  const found = <Found lang={lang} filter={filter} library={library} />
  const isEmpty = library.inAll === 0 && !isNarrowed
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          mayAdd && (
            <a className="button primary" href={addressOf.office(lang, 'evidence/add')}>
              <Icon name="add" />
              {text.add}
            </a>
          )
        }
      />
      <div className="stack">
        {done !== null && Object.hasOwn(text.done, done) && (
          <Notice kind="done">
            {text.done[done as keyof typeof text.done]}
            {added.length > 0 && (
              <ul>
                {added.map(({ id, facts }) => (
                  <li key={id}>
                    <a href={pieceAddress(lang, id)}>{facts.title}</a>
                  </li>
                ))}
              </ul>
            )}
            {done === 'removed' && removed !== null && <UndoRemoval lang={lang} id={removed} />}
          </Notice>
        )}
        {!isEmpty && <LibraryFilter lang={lang} filter={filter} units={units} years={library.years} />}
        {isNarrowed && found}
        {mayAdd && (
          <section className="stack no-print" aria-labelledby="area-title">
            <h2 id="area-title">{adding.areaTitle}</h2>
            <UploadArea lang={lang} mode="library" id="library" here={addressOf.office(lang, 'evidence')} />
            <BrokenUploads lang={lang} uploads={broken} />
          </section>
        )}
        {isEmpty ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{mayAdd ? text.emptyBody : text.emptyReader}</p>
          </div>
        ) : (
          !isNarrowed && found
        )}
      </div>
      {mayAdd && <UploadsScript nonce={nonce} />}
    </>
  )
}

type FoundProps = Readonly<{
  lang: Language
  filter: EvidenceFilter
  library: Awaited<ReturnType<typeof listEvidence>>
}>

function Found({ lang, filter, library: { rows, found, inAll, page, pages } }: FoundProps) {
  const text = libraryText(lang)
  return (
    <>
      <p className="muted" role="status">
        {text.found(found, inAll)}
      </p>
      {rows.length === 0 ? (
        <div className="empty">
          <h2>{text.nothingTitle}</h2>
          <p>{text.nothingBody}</p>
        </div>
      ) : (
        <EvidenceTable lang={lang} rows={rows} />
      )}
      <Pager words={text} page={page} pages={pages} to={(nth) => addressWith(lang, filter, { page: nth })} />
    </>
  )
}

/** Whoever takes something out by mistake brings it back at once. */
const UndoRemoval = ({ lang, id }: { lang: Language; id: string }) => (
  <form method="post" action={pieceAddress(lang, id)}>
    <button type="submit" className="button small" name="act" value="restore">
      <Icon name="again" />
      {libraryText(lang).undo}
    </button>
  </form>
)
