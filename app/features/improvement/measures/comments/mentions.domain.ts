/** Somebody who may be named with @ in a comment. */
export type Mentionable = Readonly<{ id: string; name: string }>

/** A stretch of a comment: words, or the name of somebody it is for. */
export type CommentPart = Readonly<{ text: string; isMention: boolean }>

const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/**
 * A comment by its parts, with who is named in it. A name counts where it stands whole behind an @, in whatever case and with
 * whatever spaces; of several that fit, the longest. Two people of one name are both named.
 */
export function readMentions(
  text: string,
  people: readonly Mentionable[],
): Readonly<{ parts: readonly CommentPart[]; ids: readonly string[] }> {
  const named = people
    .map(({ id, name }) => ({ id, key: fold(name).trim().replace(/\s+/gu, ' ') }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => b.key.length - a.key.length)
  const parts: CommentPart[] = []
  const ids: string[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || isInsideWord(text, at)) continue
    const found = named
      .map(({ key }) => ({ key, length: lengthOfName(text, at + 1, key) }))
      .find(({ length }) => length > 0)
    if (!found) continue
    if (at > from) parts.push({ text: text.slice(from, at), isMention: false })
    const end = at + 1 + found.length
    parts.push({ text: text.slice(at, end), isMention: true })
    ids.push(...named.filter(({ key }) => key === found.key).map(({ id }) => id))
    from = end
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMention: false })
  return { parts, ids: [...new Set(ids)] }
}

/** An @ right behind a letter or digit of ASCII is part of an address of mail. */
const isInsideWord = (text: string, at: number): boolean => /[a-z0-9._-]/i.test(text[at - 1] ?? '')

/** How long a name is as it stands at a place of the text; 0 where it does not stand there. */
function lengthOfName(text: string, start: number, key: string): number {
  let at = start
  for (const letter of key) {
    if (letter === ' ') {
      const spaces = /^\s+/u.exec(text.slice(at, at + 20))?.[0].length ?? 0
      if (spaces === 0) return 0
      at += spaces
    } else {
      // Letters are compared one by one: folding could change how many there are.
      const typed = String.fromCodePoint(text.codePointAt(at) ?? 0)
      if (fold(typed) !== letter) return 0
      at += typed.length
    }
  }
  // A name of Latin letters ends where the word ends: "@Ann" does not name somebody in "@Anna".
  if (/[a-z0-9]$/i.test(key) && /[a-z0-9]/i.test(text[at] ?? '')) return 0
  // A vowel or tone mark that follows belongs to another word.
  return /\p{M}/u.test(text[at] ?? '') ? 0 : at - start
}
