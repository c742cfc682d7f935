/*
 * Drafts: what is typed into a form that names one (`data-draft`) is sent to the server whenever the typing pauses, and held
 * by the browser until the server has it. Forms work without this; what is said stands in the page.
 */
import { isSecretField } from '../../../web/secret-field.ts'
import type { SentDraft } from '../drafts/draft.domain.ts'
import { draftMemory } from './draft-memory.ts'

const PAUSE_MS = 1_500
const AGAIN_MS = 10_000

type Answer = 'kept' | 'superseded' | 'too-long' | 'out' | 'away'
type Kept = Readonly<{ answer: Answer; at: string }>

const words = (document.currentScript as HTMLScriptElement).dataset
const personId = words.person ?? ''
// Nothing is told by the clock of this machine: when a form was saved is known by the server's.
const ahead = Number(words.now) - Date.now()
const now = () => Date.now() + ahead
const memory = draftMemory(storeOfBrowser(), personId, now)
const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')].map(keepForm)
let retrying: ReturnType<typeof setTimeout> | undefined
/** What is to be said once nothing is pressed: new words may move a button from under the finger, and the press is lost. */
const afterPress = new Map<HTMLElement, () => void>()
let isPressed = false

void sendHeld(true)
addEventListener('pointerdown', () => {
  isPressed = true
})
for (const end of ['pointerup', 'pointercancel', 'dragend', 'blur']) addEventListener(end, released)
addEventListener('online', () => void sendHeld(false))
addEventListener('pagehide', () => {
  for (const form of forms) form.leave()
})
// On a phone a page may be put away without another word.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const form of forms) void form.keep()
})
addEventListener('pageshow', () => {
  for (const form of forms) form.stay()
})

/** The click of a press comes after its end, in the same turn. */
function released(): void {
  isPressed = false
  setTimeout(() => {
    if (isPressed) return
    for (const say of afterPress.values()) say()
    afterPress.clear()
  })
}

/** Some browsers refuse even to say whether there is a store. */
function storeOfBrowser(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function keepForm(form: HTMLFormElement) {
  const name = form.dataset.draft ?? ''
  const say = stateOf(form)
  const onPage = new Set(fieldsOf(form).map((field) => JSON.stringify(field)))
  /** What was on the page, or what the server has of it. */
  let known = JSON.stringify(fieldsOf(form))
  let isSending = false
  let isSubmitted = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let typedAt = now()

  const draft = (): SentDraft => ({
    personId,
    form: name,
    title: document.title,
    begins: longestOf(fieldsOf(form).filter((field) => !onPage.has(JSON.stringify(field)))),
    fields: fieldsOf(form),
    seenVersion: versionOf(form),
    typedAt,
  })
  const isUnsent = () => !isSubmitted && JSON.stringify(fieldsOf(form)) !== known
  const later = () => {
    clearTimeout(pause)
    pause = setTimeout(() => void keep(), PAUSE_MS)
  }
  const keep = async () => {
    clearTimeout(pause)
    if (isSending || !isUnsent()) return
    const typed = draft()
    const isHeld = memory.hold(typed)
    isSending = true
    const { answer, at } = await send(typed)
    isSending = false
    if (answer === 'kept' || answer === 'superseded') known = JSON.stringify(typed.fields)
    else retryLater()
    say(sentence(answer, at, isHeld), answer !== 'kept')
    if (isUnsent() && answer === 'kept') later()
  }
  form.addEventListener('input', () => {
    isSubmitted = false
    typedAt = now()
    later()
  })
  form.addEventListener('change', () => {
    typedAt = now()
    later()
  })
  form.addEventListener('focusout', () => void keep())
  // At the document, so that a script that sends the form itself has said so before.
  document.addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return
    clearTimeout(pause)
    if (isUnsent()) memory.hold(draft())
    isSubmitted = true
  })
  return {
    name,
    isLike: (typed: SentDraft) => JSON.stringify(fieldsOf(form)) === JSON.stringify(typed.fields),
    say,
    /** The page is left: there is no time to wait for an answer. */
    leave: () => {
      clearTimeout(pause)
      if (!isUnsent()) return
      memory.hold(draft())
      void send(draft())
    },
    stay: () => {
      isSubmitted = false
    },
    keep,
  }
}

/** Fields as they would be sent, without files and what proves a person. */
function fieldsOf(form: HTMLFormElement): SentDraft['fields'] {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name),
  )
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value !== 'string' || isSecretField(name) || secret.has(name) ? [] : [[name, value] as const],
  )
}

/** The longest text of fields, as far as anybody reads it in a list. */
const longestOf = (fields: SentDraft['fields']): string =>
  fields.reduce((longest, [, value]) => (value.length > longest.length ? value : longest), '').slice(0, 300)

const versionOf = (form: HTMLFormElement): number | null =>
  form.dataset.seenVersion ? Number(form.dataset.seenVersion) : null

/** Tells the server. Lets the browser forget what the server has, or does not need. */
async function send(typed: SentDraft): Promise<Kept> {
  const kept = await asked(typed)
  if (kept.answer === 'kept' || kept.answer === 'superseded') memory.letGo(typed)
  return kept
}

async function asked(typed: SentDraft): Promise<Kept> {
  try {
    const body = JSON.stringify(typed)
    const response = await fetch(words.keep ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      // The browser takes no more than 64 KiB past the end of a page.
      keepalive: new Blob([body]).size < 60_000,
      redirect: 'manual',
    })
    // Whose session is over is led to another page, and whose browser somebody else uses by now is refused.
    if (response.type === 'opaqueredirect' || response.status === 409) return { answer: 'out', at: '' }
    if (response.status === 413) return { answer: 'too-long', at: '' }
    if (!response.ok) return { answer: 'away', at: '' }
    const { state, at } = (await response.json()) as { state: 'kept' | 'superseded'; at: string }
    return { answer: state, at }
  } catch {
    return { answer: 'away', at: '' }
  }
}

function retryLater(): void {
  clearTimeout(retrying)
  retrying = setTimeout(() => void sendHeld(false), AGAIN_MS)
}

/** Sends what the browser still holds; of what was typed on an earlier page it says so at its form, if that is here. */
async function sendHeld(isFirst: boolean): Promise<void> {
  for (const form of forms) await form.keep()
  for (const typed of memory.held()) {
    const { answer, at } = await send(typed)
    const form = forms.find(({ name }) => name === typed.form)
    if (answer === 'away' || answer === 'out') retryLater()
    else if (form && isFirst && answer === 'kept' && !form.isLike(typed)) offer(form.say)
    else form?.say(sentence(answer, at, true), answer !== 'kept')
  }
}

function sentence(answer: Answer, at: string, isHeld: boolean): string {
  if (answer === 'kept') return (words.kept ?? '').replace('{at}', at)
  if (answer === 'too-long') return words.tooLong ?? ''
  if (answer === 'superseded') return ''
  return (isHeld ? (answer === 'out' ? words.out : words.away) : words.lost) ?? ''
}

type Say = (text: string, isWarning: boolean, link?: HTMLAnchorElement) => void

/** Where a form says how its draft stands; the same words are not said twice. */
function stateOf(form: HTMLFormElement): Say {
  const place = document.createElement('p')
  place.className = 'draft-state'
  place.setAttribute('role', 'status')
  const bars = form.querySelectorAll('.actions')
  ;(bars[bars.length - 1] ?? form).append(place)
  const say: Say = (text, isWarning, link) => {
    afterPress.delete(place)
    if (isPressed) return void afterPress.set(place, () => say(text, isWarning, link))
    if (place.textContent === text && !link) return
    place.classList.toggle('waiting', isWarning)
    place.replaceChildren(text, ...(link ? [' ', link] : []))
  }
  return say
}

function offer(say: Say): void {
  const to = new URL(location.href)
  to.searchParams.set('draft', 'use')
  to.searchParams.delete('done')
  const link = document.createElement('a')
  link.href = to.pathname + to.search
  link.textContent = words.show ?? ''
  say(words.found ?? '', true, link)
}
