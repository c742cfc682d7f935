import type { Language } from '../../../../i18n/language.ts'
import { otherWaysText } from '../text/other-ways.ts'

/**
 * Leads to a provider without a script. A form of ours may not be answered with a redirect to another site: browsers hold
 * that against `form-action 'self'` (Content Security Policy 3, 6.4.2), so the page itself leads on.
 */
export function LeadsOn({ lang, url, label }: { lang: Language; url: string; label: string }) {
  const text = otherWaysText(lang)
  return (
    <div className="narrow stack">
      <title>{text.leadsOnTitle(label)}</title>
      <meta httpEquiv="refresh" content={`0;url=${url}`} />
      <h1>{text.leadsOnTitle(label)}</h1>
      <p>{text.leadsOnLead}</p>
      <p>
        <a className="button primary" href={url}>
          {text.leadsOn(label)}
        </a>
      </p>
    </div>
  )
}
