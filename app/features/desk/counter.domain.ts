/** A counter by what its form is filled in with: a unit, a service, both, or none. */
export type Counter = Readonly<{ unit: string | null; service: string | null }>

/** What the address of a counter's form has behind its question mark. */
export const counterQuery = ({ unit, service }: Counter): string =>
  new URLSearchParams({
    ...(unit !== null && { unit }),
    ...(service !== null && { service }),
    from: 'counter',
  }).toString()
