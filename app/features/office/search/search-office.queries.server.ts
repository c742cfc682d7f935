import { searchedWords } from '../../../kernel/search-fold.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type AgendaHit, searchMeetings } from '../../approvals/index.server.ts'
import { approvalsTerms } from '../../approvals/index.ts'
import { searchTickets } from '../../desk/index.server.ts'
import { type EvidenceItem, searchEvidence } from '../../evidence/index.server.ts'
import { searchWork, type WorkHit } from '../../improvement/index.server.ts'
import { shortTitle } from '../../improvement/index.ts'
import { type HitGroup, type OfficeHit, shownHit } from './office-hits.domain.ts'

/** Issues, measures, evidence, agenda items and tickets in which every word of a text occurs; no group is empty. Only what the actor may read. */
export async function searchOffice(
  ctx: Ctx,
  { text, limit }: Readonly<{ text: string; limit: number }>,
): Promise<readonly HitGroup[]> {
  const words = searchedWords(text)
  if (words.length === 0) return []
  // One more than is shown says that there is more.
  const asked = { text: words.join(' '), limit: limit + 1 }
  const work = await searchWork(ctx, asked)
  const evidence = await searchEvidence(ctx, asked)
  const agenda = await searchMeetings(ctx, asked)
  const tickets = await searchTickets(ctx, asked)
  const isCut = work.length > limit
  const hits = work.slice(0, limit).map((hit) => workHit(words, hit))
  const groups: readonly HitGroup[] = [
    { kind: 'issue', hits: hits.filter(({ kind }) => kind === 'issue'), isCut },
    { kind: 'measure', hits: hits.filter(({ kind }) => kind === 'measure'), isCut },
    {
      kind: 'evidence',
      hits: evidence.slice(0, limit).map((item) => evidenceHit(words, item)),
      isCut: evidence.length > limit,
    },
    {
      kind: 'agenda',
      hits: agenda.slice(0, limit).map((item) => agendaHit(words, item)),
      isCut: agenda.length > limit,
    },
    {
      kind: 'ticket',
      hits: tickets.slice(0, limit).map(({ id, reference, head }) => ({
        kind: 'ticket',
        key: id,
        part: `desk/tickets/${id}`,
        ...shownHit(words, { title: `${reference} ${head}`, texts: [] }),
        place: null,
      })),
      isCut: tickets.length > limit,
    },
  ]
  return groups.filter((group) => group.hits.length > 0)
}

function workHit(words: readonly string[], hit: WorkHit): OfficeHit {
  const { kind, id, fiscalYear, issue, measure } = hit
  return {
    kind,
    key: id,
    part: kind === 'issue' ? `issues/${id}` : `measures/${id}`,
    ...shownHit(words, { title: shortTitle(hit.title), texts: [hit.text] }),
    place: { fiscalYear, number: measure === null ? String(issue) : `${issue}.${measure}` },
  }
}

function evidenceHit(words: readonly string[], { id, facts, content }: EvidenceItem): OfficeHit {
  const source = content.kind === 'file' ? content.fileName : content.link
  return {
    kind: 'evidence',
    key: id,
    part: `evidence/${id}`,
    ...shownHit(words, { title: facts.title, texts: [facts.note ?? '', source] }),
    place: null,
  }
}

/** What a meeting is called is Thai, as its body is. */
function agendaHit(words: readonly string[], hit: AgendaHit): OfficeHit {
  const meeting = approvalsTerms('th').cited(hit.form, hit.bodyName, hit.meetingNumber)
  return {
    kind: 'agenda',
    key: hit.agendaItemId,
    part: `agenda/${hit.agendaItemId}`,
    ...shownHit(words, { title: hit.title, texts: [hit.wording ?? '', hit.details ?? '', meeting] }),
    place: null,
  }
}
