import { addressOf } from '../../../web/addresses.ts'
import { MEDIA_TYPES } from '../tables/table-form.domain.ts'
import { tableSchema } from '../tables/table-schema.domain.ts'
import { openDataText } from '../text/index.ts'
import { type Catalog, newestChange, placeOf } from './catalog.server.ts'

/** All registers as one Data Package v2. Files stand beside it, under its own address. */
export function dataPackageOf({ origin, publisher, datasets }: Catalog) {
  const text = openDataText('th')
  const changed = newestChange(datasets)
  const { license, email, name, code } = publisher
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${code}-open-data`,
    title: text.titleOf(name.th),
    titleEn: openDataText('en').titleOf(name.en),
    description: license ? text.lead : `${text.lead} ${text.noLicense}`,
    homepage: origin + addressOf.data('th'),
    ...(changed && { created: changed.toISOString() }),
    contributors: [
      {
        title: name.th,
        ...(email !== null && { email }),
        path: `${origin}/`,
        roles: ['publisher'],
      },
    ],
    ...(license && { licenses: [{ name: license.id, path: license.address, title: license.title }] }),
    resources: datasets.flatMap(({ source, files }) =>
      files
        .filter(({ form }) => form === 'csv')
        .map(({ form, fileName, bytes, sha256 }) => ({
          name: source.key,
          type: 'table',
          path: `${source.key}/${fileName}`,
          title: source.title.th,
          titleEn: source.title.en,
          description: source.description.th,
          homepage: placeOf(origin, source.key).page,
          format: 'csv',
          mediatype: MEDIA_TYPES[form],
          encoding: 'utf-8',
          bytes: bytes.length,
          hash: `sha256:${sha256}`,
          dialect: {
            $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
            lineTerminator: '\r\n',
          },
          schema: tableSchema(source),
        })),
    ),
  }
}
