import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PersonPage } from '../directory/directory.queries.server.ts'
import { peoplePageText, personPageText } from '../text/pages.ts'

type SignInProps = Readonly<{
  lang: Language
  page: PersonPage
  may: Readonly<{ invite: boolean; reset: boolean; endSessions: boolean; disable: boolean }>
}>

/** How a person signs in, and what may be done about it. */
export function PersonSignIn({ lang, page, may }: SignInProps) {
  const text = personPageText(lang)
  const { person, lastSeenAt, openSessions, invitedUntil } = page
  const rows = [
    [text.waysLabel, waysOf(page, lang)],
    [text.seen, lastSeenAt === null ? peoplePageText(lang).never : formatInstant(lastSeenAt, lang)],
    [text.sessions, text.sessionCount(openSessions)],
    [text.invitation, invitedUntil && text.invitedUntil(formatInstant(invitedUntil, lang))],
  ] as const
  const isIn = person.disabledAt === null
  const signIn = addressOf.office(lang, `people/${person.id}/sign-in`)
  return (
    <section className="stack" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{text.signInTitle}</h2>
      <Facts rows={rows} />
      {isIn && may.invite && page.state === 'invited' && (
        <form method="post">
          <button type="submit" className="button" name="act" value="reinvite">
            <Icon name="send" />
            {text.reinvite}
          </button>
        </form>
      )}
      {isIn && may.reset && (page.ways.totp || page.ways.passkeys > 0) && (
        <Confirm label={text.resetSecondFactor}>
          <p>{text.resetSecondFactorSure}</p>
          <form method="post" action={signIn}>
            <button type="submit" className="button danger" name="act" value="reset">
              {text.resetSecondFactor}
            </button>
          </form>
        </Confirm>
      )}
      {isIn && may.endSessions && openSessions > 0 && (
        <Confirm label={text.endSessions}>
          <p>{text.endSessionsSure}</p>
          <form method="post" action={signIn}>
            <button type="submit" className="button danger" name="act" value="end">
              {text.endSessions}
            </button>
          </form>
        </Confirm>
      )}
      {may.disable && <Disabling lang={lang} person={person} />}
    </section>
  )
}

function Disabling({ lang, person }: { lang: Language; person: PersonPage['person'] }) {
  const text = personPageText(lang)
  return person.disabledAt === null ? (
    <Confirm label={text.disable}>
      <p>{text.disableSure(person.name)}</p>
      <form method="post">
        <button type="submit" className="button danger" name="act" value="disable">
          <Icon name="disabled" />
          {text.disable}
        </button>
      </form>
    </Confirm>
  ) : (
    <form method="post">
      <button type="submit" className="button" name="act" value="enable">
        <Icon name="own" />
        {text.enable}
      </button>
    </form>
  )
}

function waysOf({ ways }: PersonPage, lang: Language): string {
  const text = personPageText(lang).ways
  const own = [
    ways.password ? text.password : null,
    ways.totp ? text.totp : null,
    ways.passkeys > 0 ? text.passkeys(ways.passkeys) : null,
    ways.providers > 0 ? text.providers(ways.providers) : null,
  ].filter((way) => way !== null)
  return own.length === 0 ? text.none : own.join(' · ')
}
