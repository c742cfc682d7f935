/*
 * One-letter keys of the office. Which there are, and where they lead, stands in the help sheet of the page. They do nothing
 * while somebody types into a field, and are not loaded at all for who turned them off.
 */
import { afterKey, letterOf } from '../shortcuts/pressed-keys.domain.ts'

/** So long the second key is waited for. */
const WAITS_MS = 1500

const sheet = document.querySelector<HTMLDialogElement>('#shortcut-sheet')
const shortcuts = [...(sheet?.querySelectorAll<HTMLElement>('[data-keys]') ?? [])].map(({ dataset }) => ({
  keys: (dataset.keys ?? '').split(' '),
  name: dataset.name,
  to: dataset.to,
}))

let waiting: readonly string[] = []
let forgets = 0

document.addEventListener('keydown', (event) => {
  const isOther = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat
  if (isOther || event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]'))
    return
  // Shift alone is on the way to a key with Shift.
  if (event.key === 'Shift') return
  const after = afterKey(shortcuts, waiting, letterOf(event))
  waiting = after.waiting
  clearTimeout(forgets)
  if (waiting.length > 0) {
    forgets = window.setTimeout(() => {
      waiting = []
    }, WAITS_MS)
    return
  }
  if (!after.hit) return
  event.preventDefault()
  const { name, to } = after.hit
  if (to !== undefined) location.assign(to)
  else if (name === 'help') sheet?.showModal()
  else if (name === 'search') document.querySelector<HTMLInputElement>('#office-search')?.focus()
})

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null
}
