import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { ChannelView } from '../reporting/channel-view.queries.server.ts'
import { STAGES } from '../settings/channel-settings.domain.ts'
import { policyText } from '../text/policy.ts'

/** Where the policy is published: `/policies/whistleblowing`. */
export const POLICY_SLUG = 'whistleblowing'

/** A text as a page of the site holds it. `body` is Markdown. */
export type WrittenPolicy = Readonly<{ title: string; lead: string; body: string }>

/**
 * The policy of the channel as its settings, its holders and its limits make it. Roles and fingerprints alone: no name of a
 * person ever stands in it. The same settings give the same text.
 */
export function writePolicy(view: ChannelView, lang: Language): WrittenPolicy {
  const text = policyText(lang)
  const { settings, holders, recovery } = view
  const [criteria, protection, receivers] = [text.criteria, text.protection, text.receivers]
  const { steps, times, limits, law } = text
  const section = (heading: string, lines: readonly string[]) => `## ${heading}\n\n${lines.join('\n')}\n`
  const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`)
  const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`)
  const readers = holders.map(({ kind, roleTh, roleEn, fingerprint, validFrom }) =>
    receivers.row(
      plain(lang === 'th' ? roleTh : roleEn),
      receivers.kinds[kind],
      fingerprint,
      formatDay(validFrom, lang),
    ),
  )
  const body = [
    section(criteria.heading, [
      criteria.lead,
      '',
      ...bullets(settings.categories.map((category) => plain(category[lang]))),
      '',
      ...bullets([criteria.anonymous, criteria.facts, criteria.other]),
    ]),
    section(
      steps.heading,
      numbered([
        steps.send,
        steps.acknowledge,
        steps.examine,
        steps.close,
        steps.erase(settings.retentionDays),
      ]),
    ),
    section(
      protection.heading,
      bullets([
        protection.exclude,
        protection.identity,
        protection.noTrace,
        protection.noReprisal,
        protection.accused,
        protection.chain,
      ]),
    ),
    section(
      times.heading,
      bullets([
        ...STAGES.map((stage) => {
          const { workingDays, certainty, basis } = settings.times[stage]
          const source = plain(basis[lang])
          return `${times[stage](workingDays)} (${times.certainty[certainty]}${source === '' ? '' : `: ${source}`})`
        }),
        times.escalation,
      ]),
    ),
    section(receivers.heading, [
      receivers.lead,
      '',
      ...(readers.length === 0 ? [receivers.none] : bullets(readers)),
      '',
      settings.isRecoveryOn && recovery
        ? receivers.recovery(recovery.threshold, recovery.shares)
        : receivers.noRecovery,
    ]),
    section(limits.heading, bullets([limits.live, limits.copy, limits.words, limits.code])),
    section(law.heading, bullets([law.act, law.unverified, law.data, law.outside])),
  ].join('\n')
  return { title: text.title, lead: text.lead, body }
}

/** What somebody typed, in one line and without what Markdown would take for more than words. */
const plain = (typed: string): string =>
  typed
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|!~]/gu, '\\$&')

/** Lines that stand in one text alone, in the order of each. */
export function linesApart(
  before: string,
  after: string,
): Readonly<{ gone: readonly string[]; added: readonly string[] }> {
  const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const [was, is] = [linesOf(before), linesOf(after)]
  const only = (lines: readonly string[], others: readonly string[]) => {
    const left = new Map<string, number>()
    for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
    return lines.filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
  }
  return { gone: only(was, is), added: only(is, was) }
}
