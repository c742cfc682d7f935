import { createContext } from 'react-router'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { RecordedResolution } from './offered-resolutions.domain.ts'

type ListRecordedResolutions = (
  ctx: Ctx,
  asked: Readonly<{ fiscalYear: number }>,
) => Promise<readonly RecordedResolution[]>

/** Meetings are the business of another room, which the program hands in. */
export const recordedResolutionsContext = createContext<ListRecordedResolutions>()
