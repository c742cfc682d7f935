import { data } from 'react-router'
import { agencyOf } from '../../../web/context.server.ts'
import { knownAgain } from '../known-again.server.ts'
import { openDataContext } from '../open-data.server.ts'
import { MEDIA_TYPES } from '../tables/table-form.domain.ts'
import type { Route } from './+types/dataset-file'

/** A register in one form. Tables are downloads: a browser shows none of them well. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { ctx } = await agencyOf(context)
  const dataset = await context.get(openDataContext).find(ctx, params.dataset)
  const file = dataset?.files.find(({ fileName }) => fileName === params.file)
  if (!file) throw data(null, 404)
  const type = MEDIA_TYPES[file.form]
  const isText = type !== MEDIA_TYPES.xlsx
  return knownAgain(request, file.bytes, {
    type: isText ? `${type}; charset=utf-8` : type,
    download: file.form === 'json' || file.form === 'schema' ? null : file.fileName,
  })
}
