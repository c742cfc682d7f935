import type { BrandColours, BrandTheme } from './brand-colour.domain.ts'

const rule = (selector: string, { brand, ink, soft }: BrandTheme): string =>
  `${selector}{--brand:${brand};--brand-ink:${ink};--brand-soft:${soft}}`

/**
 * The stylesheet by which the colours of an agency stand in place of those of the product. The theme of strongest contrast
 * keeps its own, and paper takes the colour of the light one.
 */
export const themeSheet = ({ light, dark }: BrandColours): string =>
  [
    rule(':root:not([data-theme]),:root[data-theme="light"]', light),
    `@media screen and (prefers-color-scheme:dark){${rule(':root:not([data-theme])', dark)}}`,
    `@media screen{${rule(':root[data-theme="dark"]', dark)}}`,
    `@media print{${rule(':root:root,:root:root[data-theme]', light)}}`,
  ].join('\n')
