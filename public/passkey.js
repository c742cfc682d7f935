/*
 * Passkeys: asks the server for options, lets the browser make or use a passkey, and sends the answer. Where the browser
 * knows none, or this script does not run, the buttons stay hidden and the other ways to sign in remain. Everything that is
 * said stands in the page, in its language, or comes from the server.
 */
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser

const post = async (address, body) => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  })
  // Who is not signed in any more is led to a page: that is no answer to a script.
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
  return isJson ? response.json() : {}
}

/** What the browser's refusal means, as a key of the words. */
const CAUSES = { NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'there' }

const use = async (place, say) => {
  const { options, error } = await post(place.dataset.options, {})
  if (!options) return say(error)
  const start = place.dataset.passkey === 'create' ? startRegistration : startAuthentication
  const answer = await start({ optionsJSON: options })
  const label = place.querySelector('input')?.value
  const verified = await post(place.dataset.verify, { answer, label, to: place.dataset.to })
  if (!verified.to) return say(verified.error)
  location.assign(verified.to)
}

if (browserSupportsWebAuthn()) {
  for (const place of document.querySelectorAll('[data-passkey]')) {
    const button = place.querySelector('button')
    const status = place.querySelector('[role="status"]')
    const say = (words) => {
      status.textContent = words ?? place.dataset.failed
    }
    place.hidden = false
    button.addEventListener('click', async () => {
      if (button.disabled) return
      button.disabled = true
      say(place.dataset.working)
      try {
        await use(place, say)
      } catch (error) {
        say(place.dataset[CAUSES[error.name]])
      } finally {
        button.disabled = false
      }
    })
  }
  for (const place of document.querySelectorAll('[data-without-passkey]')) place.hidden = true
}
