/** How a report names its owner units. */
export const ownersWords = {
  unit: ({ name, code }: { name: string; code: string | null }): string =>
    code === null ? name : `${name} (${code})`,
  joined: (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(' ')} และ${names.at(-1)}`,
}
