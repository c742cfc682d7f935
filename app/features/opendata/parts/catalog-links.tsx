import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { openDataText } from '../text/index.ts'

/** Where machines find the whole catalogue, in every form. */
export function CatalogLinks({ lang }: { lang: Language }) {
  const text = openDataText(lang)
  const home = addressOf.data('th')
  const links: readonly [string, string][] = [
    [`${home}/catalog.jsonld`, text.catalogJsonLd],
    [`${home}/catalog.ttl`, text.catalogTurtle],
    [`${home}/datapackage.json`, text.catalogPackage],
    ['/api/3/action/package_list', text.catalogCkan],
    ['/api/v1/openapi.json', text.catalogOpenapi],
  ]
  return (
    <section className="stack" aria-labelledby="catalogs">
      <h2 id="catalogs">{text.catalogs}</h2>
      <p>{text.catalogsLead}</p>
      <ul className="data-links">
        {links.map(([address, label]) => (
          <li key={address}>
            <a href={address}>{label}</a> <code>{address}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
