import type { PublicPagesSource } from '../../web/public-page.ts'

/** The pages that this room answers. */
export const disclosurePages: PublicPagesSource = async () => []
