const LONGEST = 300

/** What was typed as one line, without control characters, at most 300 letters. */
export const oneLine = (typed: FormDataEntryValue | null): string =>
  (typeof typed === 'string' ? typed : '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    // Half of the last letter, which JSON does not take.
    .replace(/\p{Cs}/gu, '')
