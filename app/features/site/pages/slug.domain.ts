/** Characters of the longest address of a page. */
export const LONGEST_SLUG = 80

/** An address as it was typed: small letters, digits, single hyphens. '' for nothing, null when it is none. */
export function cleanSlug(typed: string): string | null {
  const slug = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-')
  return slug === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? slug : null
}

/** An address made from an English title: "Privacy Notice (2024)" → "privacy-notice-2024". '' where no letter is left. */
export function slugFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST_SLUG) : `${slug}-${word}`
    if (longer.length > LONGEST_SLUG) break
    slug = longer
  }
  return slug
}
