import type { PublicPagesSource } from '../../web/public-page.ts'
import type { DatasetSource } from './dataset-source.server.ts'

/** The pages of the open data. */
export const openDataPages =
  (_datasets: readonly DatasetSource[]): PublicPagesSource =>
  async () => []
