import { foldText } from '../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { ChainKind, Decision, Matter, MatterKind, MeetingState } from '../matter.domain.ts'
import type { AgencyNames } from './body-name.domain.ts'
import { bodyKey } from './body-name.domain.ts'
import {
  type LeftOutWhy,
  type MentionAbout,
  type ReadMention,
  type ReportedMention,
  readMention,
} from './reported-mention.domain.ts'

export type KnownBody = Readonly<{ id: string; name: string; shortName: string | null; isEnded: boolean }>
export type KnownMeeting = Readonly<{
  id: string
  bodyId: string
  number: string
  calendarYear: number
  heldOn: IsoDay
  state: MeetingState
}>
/** An item of an agenda with the resolution about it, withdrawn ones too; an item without one has none. */
export type KnownItem = Readonly<{
  id: string
  meetingId: string
  matter: Readonly<{ id: string; kind: MatterKind; key: string }> | null
  resolution: Readonly<{
    id: string
    wording: string
    origin: 'entered' | 'report-text'
    isWithdrawn: boolean
    /** Something is or was public by it. */
    isPublic: boolean
    /** Reports that speak of it. */
    mentions: readonly Readonly<{ fiscalYear: number; about: MentionAbout }>[]
  }> | null
}>

export type Known = Readonly<{
  bodies: readonly KnownBody[]
  meetings: readonly KnownMeeting[]
  items: readonly KnownItem[]
  /** Kinds that have a chain. */
  chains: readonly ChainKind[]
  /** In Thailand, the last day on which a version of the report was withdrawn from the public; null where none was. */
  withdrawnOn: IsoDay | null
}>

export type NewRecord = Readonly<{
  resolutionId: string
  itemId: string
  isNewItem: boolean
  meetingId: string
  bodyName: string
  number: string
  about: MentionAbout
  /** Whether it is about exactly the report's content; else it is about none that is known. */
  isBound: boolean
  decision: Decision
  wording: string
  decidedOn: IsoDay
}>
export type NewChain = Readonly<{
  kind: 'measures' | 'report'
  steps: readonly Readonly<{ bodyId: string; accepts: 'approved' | 'acknowledged' }>[]
}>
export type LeftOut = Readonly<{ body: string; meetingNumber: string; why: LeftOutWhy }>

export type ReportPlan = Readonly<{
  bodies: readonly Readonly<{ id: string; name: string }>[]
  meetings: readonly KnownMeeting[]
  records: readonly NewRecord[]
  /** Resolutions, new ones and those that were there, that the report speaks of. */
  mentions: readonly Readonly<{ resolutionId: string; about: MentionAbout }>[]
  chains: readonly NewChain[]
  leftOut: readonly LeftOut[]
}>

type PlanInput = Readonly<{
  mentions: readonly ReportedMention[]
  report: Pick<Matter, 'id' | 'kind' | 'key'>
  names: AgencyNames
  known: Known
  /** In Thailand. */
  today: IsoDay
  newId: () => string
}>

/**
 * Which records a report's mentions of resolutions make, in the order of their days. What is recorded already makes none, also
 * where somebody withdrew it: a text that comes again does not bring back what a person took away. Resolutions that people
 * recorded win over what the text says.
 */
export function planReported({ mentions, report, names, known, today, newId }: PlanInput): ReportPlan {
  const fiscalYear = Number(report.key)
  const bodies = [...known.bodies]
  const meetings = [...known.meetings]
  const items = [...known.items]
  const records: NewRecord[] = []
  const spoken = new Map<string, Readonly<{ resolutionId: string; about: MentionAbout }>>()
  const leftOut: LeftOut[] = []
  const steps: (ReadMention & Readonly<{ bodyId: string }>)[] = []

  for (const mention of mentions.toSorted((a, b) =>
    a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0,
  )) {
    const leave = (why: LeftOutWhy) =>
      leftOut.push({ body: mention.body, meetingNumber: mention.meetingNumber, why })
    const read = readMention(mention, names)
    if (typeof read === 'string') {
      leave(read)
      continue
    }
    const body = bodyOf(bodies, read, names) ?? {
      id: newId(),
      name: read.bodyName,
      shortName: null,
      isEnded: false,
    }
    const meeting = meetings.find((one) => one.bodyId === body.id && isSameMeeting(one, read)) ?? {
      id: newId(),
      bodyId: body.id,
      number: read.number,
      calendarYear: read.calendarYear,
      heldOn: read.heldOn,
      state: 'held' as const,
    }
    if (meeting.state !== 'held') {
      leave('not-held')
      continue
    }
    if (meeting.heldOn > today) {
      leave('in-future')
      continue
    }
    const ofMeeting = items.filter(({ meetingId }) => meetingId === meeting.id)
    const there = recordedIn(ofMeeting, { read, report, fiscalYear })
    // What was withdrawn is approved anew by those who know that it was, not by the words of the same report.
    const isBeforeWithdrawal =
      read.about === 'report' && known.withdrawnOn !== null && meeting.heldOn <= known.withdrawnOn
    if (typeof there === 'string' || (there === null && isBeforeWithdrawal)) {
      leave(there === null || isBeforeWithdrawal ? 'before-withdrawal' : there)
      continue
    }
    if (!bodies.includes(body)) bodies.push(body)
    if (!meetings.includes(meeting)) meetings.push(meeting)
    if (there) {
      if (there.isWithdrawn) continue
      spoken.set(`${there.id} ${read.about}`, { resolutionId: there.id, about: read.about })
    } else {
      const waiting = ofMeeting.find(
        (item) => read.about === 'report' && item.matter?.id === report.id && item.resolution === null,
      )
      const record: NewRecord = {
        resolutionId: newId(),
        itemId: waiting?.id ?? newId(),
        isNewItem: waiting === undefined,
        meetingId: meeting.id,
        bodyName: body.name,
        number: meeting.number,
        about: read.about,
        isBound: read.about === 'report',
        decision: read.decision,
        wording: read.wording,
        decidedOn: meeting.heldOn,
      }
      records.push(record)
      spoken.set(`${record.resolutionId} ${read.about}`, {
        resolutionId: record.resolutionId,
        about: read.about,
      })
      items.push(itemOf(record, { report, fiscalYear }))
    }
    steps.push({ ...read, bodyId: body.id })
  }
  return {
    bodies: bodies.filter((body) => !known.bodies.includes(body)),
    meetings: meetings.filter((meeting) => !known.meetings.includes(meeting)),
    records,
    mentions: [...spoken.values()],
    chains: (['measures', 'report'] as const).flatMap((kind) => {
      if (known.chains.includes(kind)) return []
      const chain = chainOf(kind, steps)
      const isOfEnded = chain.steps.some(({ bodyId }) =>
        bodies.some(({ id, isEnded }) => id === bodyId && isEnded),
      )
      return chain.steps.length === 0 || isOfEnded ? [] : [chain]
    }),
    leftOut,
  }
}

/** A body in use comes before one that ended: a report of an earlier year speaks of that one. */
function bodyOf(bodies: readonly KnownBody[], read: ReadMention, names: AgencyNames): KnownBody | undefined {
  const isIt = ({ name, shortName }: KnownBody) =>
    bodyKey(name, names) === read.bodyKey ||
    (shortName !== null && bodyKey(shortName, names) === read.bodyKey)
  const same = bodies.filter(isIt)
  return same.find(({ isEnded }) => !isEnded) ?? same[0]
}

/** A number with its year is one meeting whatever day the text says; one without is one in each calendar year. */
const isSameMeeting = (meeting: KnownMeeting, { number, calendarYear }: ReadMention): boolean =>
  meeting.number === number && (/[/-]\d{4}$/.test(number) || meeting.calendarYear === calendarYear)

type Asked = Readonly<{
  read: ReadMention
  report: PlanInput['report']
  fiscalYear: number
}>

/** The resolution of a meeting that a mention speaks of, where it is recorded already. */
function recordedIn(
  items: readonly KnownItem[],
  { read, report, fiscalYear }: Asked,
): NonNullable<KnownItem['resolution']> | 'other-content' | 'taken-back' | null {
  const found = (isIt: (item: KnownItem, of: NonNullable<KnownItem['resolution']>) => boolean) =>
    items.find((item) => item.resolution !== null && isIt(item, item.resolution))?.resolution ?? null
  const isMentioned = (of: NonNullable<KnownItem['resolution']>) =>
    of.mentions.some((one) => one.fiscalYear === fiscalYear && one.about === read.about)
  switch (read.about) {
    case 'report': {
      const same = found(({ matter }) => matter?.id === report.id)
      if (same) return same
      const isOther = ({ matter }: KnownItem) => matter?.kind === report.kind && matter.key === report.key
      const entered = found((item, of) => isOther(item) && of.origin === 'entered' && !of.isWithdrawn)
      // By one meeting one content became public: another returns to a meeting, whatever its own words say.
      const made = found((item, of) => isOther(item) && of.isPublic && !of.isWithdrawn)
      if (entered ?? made) return 'other-content'
      // What a person took away does not come back with a changed report either.
      return found((item, of) => isOther(item) && of.isWithdrawn) ? 'taken-back' : null
    }
    case 'measures':
      return found(
        ({ matter }, of) =>
          isMentioned(of) || (matter?.kind === 'measures' && matter.key === String(fiscalYear)),
      )
    case 'other':
      return found(({ matter }, of) => matter === null && foldText(of.wording) === foldText(read.wording))
  }
}

const itemOf = (
  record: NewRecord,
  { report, fiscalYear }: Readonly<{ report: PlanInput['report']; fiscalYear: number }>,
): KnownItem => ({
  id: record.itemId,
  meetingId: record.meetingId,
  matter: record.isBound ? report : null,
  resolution: {
    id: record.resolutionId,
    wording: record.wording,
    origin: 'report-text',
    isWithdrawn: false,
    isPublic: false,
    mentions: [{ fiscalYear, about: record.about }],
  },
})

/** The bodies that agreed, in the order of their days, each once. */
function chainOf(
  kind: NewChain['kind'],
  mentions: readonly (ReadMention & Readonly<{ bodyId: string }>)[],
): NewChain {
  const steps = new Map<string, NewChain['steps'][number]>()
  for (const { about, decision, bodyId } of mentions) {
    if (about !== kind || steps.get(bodyId)?.accepts === 'approved') continue
    if (decision === 'approved' || decision === 'acknowledged')
      steps.set(bodyId, { bodyId, accepts: decision })
  }
  return { kind, steps: [...steps.values()] }
}
