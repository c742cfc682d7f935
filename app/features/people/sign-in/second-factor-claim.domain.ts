/** Methods that prove only what somebody knows (RFC 8176, 2). */
const KNOWN_BY_HEART = ['pwd', 'pin', 'kba']

/**
 * Whether a sign-in with a provider counts as two factors. Any provider can write what it likes into its tokens, so the
 * administrator says for each whether it asks for a second factor; without that word no claim of the token counts. With
 * it, only a token that says the opposite does not: one whose methods (`amr`) are all things that somebody knows.
 */
export const hasProvedTwoFactors = ({
  isTrusted,
  methods,
}: {
  isTrusted: boolean
  methods: readonly string[]
}): boolean =>
  isTrusted && (methods.length === 0 || methods.some((method) => !KNOWN_BY_HEART.includes(method)))
