import type { Language } from '../../../i18n/language.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { homeText } from '../text/index.ts'
import { doorsText } from '../text/public.ts'

type DoorCardProps = Readonly<{
  kind: 'complaint' | 'whistle'
  icon: IconName
  to: string
  title: string
  words: string
  go: string
  heading: 'h2' | 'h3'
}>

/** The two doors, as equal cards: one must never be taken for the other. */
export function DoorCards({ lang, heading }: { lang: Language; heading: 'h2' | 'h3' }) {
  const { complaint, whistle } = doorsText(lang)
  const { doors } = homeText(lang)
  return (
    <div className="door-cards">
      <DoorCard
        kind="complaint"
        icon="comment"
        to={addressOf.sitePage(lang, 'complaint')}
        title={complaint.title}
        words={doors.complaint}
        go={doors.toComplaint}
        heading={heading}
      />
      <DoorCard
        kind="whistle"
        icon="locked"
        to={addressOf.sitePage(lang, 'whistleblow')}
        title={whistle.title}
        words={doors.whistle}
        go={doors.toWhistle}
        heading={heading}
      />
    </div>
  )
}

const DoorCard = ({ kind, icon, to, title, words, go, heading: Heading }: DoorCardProps) => (
  <a className={`door-card ${kind}`} href={to}>
    <Icon name={icon} />
    <div className="door-words">
      <Heading>{title}</Heading>
      <span className="door-said">{words}</span>
      <span className="door-go">
        {go} <Icon name="arrow" />
      </span>
    </div>
  </a>
)
