/** English: a count with its noun, "1 issue" or "7 issues". Nouns whose plural is no -s give it. Thai needs none of this. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
