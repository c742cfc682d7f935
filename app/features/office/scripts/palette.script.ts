/*
 * The palette: a page, an issue, a measure or a piece of evidence by its name (combobox with a list box, as the ARIA practices
 * have it). Everything that it says stands in the page; what it offers comes from the server.
 */
import type { WordPart } from '../../../kernel/keep-words.ts'

type Offer = Readonly<{ title: readonly WordPart[]; said: readonly WordPart[]; address: string }>
type Offers = Readonly<{
  groups: readonly Readonly<{ label: string; offers: readonly Offer[] }>[]
  /** How many there are, or that there is none, in words. */
  said: string
}>

const THAI = /[\u0e01-\u0e5b]/u

/** So long after the last letter the server is asked. */
const PAUSE_MS = 120

const palette = document.querySelector<HTMLDialogElement>('#palette')
if (palette) serve(palette)

function serve(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector<HTMLInputElement>('[role="combobox"]')
  const list = dialog.querySelector<HTMLElement>('[role="listbox"]')
  const state = dialog.querySelector<HTMLElement>('[role="status"]')
  if (!input || !list || !state) return
  let options: readonly HTMLElement[] = []
  let chosen = -1
  /** What was typed when the offers that are shown were asked for. */
  let shownFor: string | null = null
  let asking: AbortController | null = null
  let pause = 0

  const choose = (index: number) => {
    options[chosen]?.setAttribute('aria-selected', 'false')
    chosen = index
    const option = options[index]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }

  const show = ({ groups, said }: Offers) => {
    const made: HTMLElement[] = []
    list.replaceChildren(
      ...groups.map(({ label, offers }, number) => {
        const group = element('div', '', { role: 'group', 'aria-labelledby': `palette-group-${number}` })
        group.append(
          element('div', label, { id: `palette-group-${number}`, role: 'presentation', class: 'group-name' }),
        )
        for (const { title, said: place, address } of offers) {
          const option = element('div', '', {
            id: `palette-option-${made.length}`,
            role: 'option',
            'aria-selected': 'false',
            'data-to': address,
          })
          option.append(words(title), words(place, { class: 'said' }))
          made.push(option)
          group.append(option)
        }
        return group
      }),
    )
    options = made
    input.setAttribute('aria-expanded', String(made.length > 0))
    state.textContent = said
    choose(made.length > 0 ? 0 : -1)
  }

  const ask = async () => {
    asking?.abort()
    clearTimeout(pause)
    const mine = new AbortController()
    asking = mine
    const typed = input.value
    try {
      const address = `${dialog.dataset.offers}?q=${encodeURIComponent(typed)}`
      const answer = await fetch(address, { signal: mine.signal, headers: { Accept: 'application/json' } })
      if (!answer.ok) throw new Error(String(answer.status))
      show((await answer.json()) as Offers)
    } catch {
      if (mine.signal.aborted) return
      show({ groups: [], said: dialog.dataset.failed ?? '' })
    }
    shownFor = typed
  }

  const open = () => {
    if (dialog.open) return
    // Another dialog asks something: it is answered first.
    if (document.querySelector('dialog[open]')) return
    input.value = ''
    dialog.showModal()
    input.focus()
    void ask()
  }

  input.addEventListener('input', () => {
    clearTimeout(pause)
    pause = window.setTimeout(() => void ask(), PAUSE_MS)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const last = options.length - 1
    if (event.key === 'ArrowDown') choose(chosen >= last ? 0 : chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen <= 0 ? last : chosen - 1)
    else if (event.key === 'Enter') void enter()
    else return
    event.preventDefault()
  })
  const enter = async () => {
    // Who types quickly means what they typed, not what is still listed.
    if (shownFor !== input.value) await ask()
    const option = options[chosen]
    if (option) location.assign(to(option))
    // Without a choice the search page says what there is.
    else input.form?.submit()
  }
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null
    if (option) location.assign(to(option))
  })
  list.addEventListener('pointermove', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null
    const index = option ? options.indexOf(option) : -1
    if (index >= 0 && index !== chosen) choose(index)
  })
  // A click beside it closes it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener('close', () => asking?.abort())

  document.addEventListener('keydown', (event) => {
    const isK = event.key.toLowerCase() === 'k' || event.code === 'KeyK'
    if (!isK || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.defaultPrevented)
      return
    event.preventDefault()
    open()
  })
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-opens="palette"]')) {
    button.hidden = false
    button.addEventListener('click', open)
  }
}

const to = (option: HTMLElement): string => option.dataset.to ?? ''

/** A text of which some words stand together. */
function words(parts: readonly WordPart[], attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const whole = element('span', parts.map(({ text }) => text).join(''), attributes)
  whole.replaceChildren(
    ...parts.map(({ text, keep }) => (keep ? element('span', text, { class: 'nowrap' }) : text)),
  )
  return whole
}

function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  // Titles are in Thai, on an English page too: a screen reader is told.
  if (THAI.test(text)) made.lang = 'th'
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}
