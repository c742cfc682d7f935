/** "2", "2 and 3", "2, 3 and 4", with the given word between the last two. */
export const listed = (words: readonly (string | number)[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`
