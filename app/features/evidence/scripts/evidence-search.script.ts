import { filled, make, wordsOf } from './page-words.ts'
import type { EvidenceOffer } from './upload-words.ts'

const WAIT_MS = 200

type Words = Readonly<{ found: string; none: string }>

/** Search that answers while it is typed into; the list that it fills is a form that works by itself. */
function upgrade(search: HTMLElement): void {
  const input = search.querySelector<HTMLInputElement>('input[type=search]')
  const list = search.querySelector<HTMLUListElement>('[data-found-list]')
  const form = search.querySelector<HTMLFormElement>('[data-found-form]')
  const said = search.querySelector<HTMLElement>('[data-found-said]')
  if (!input || !list || !form || !said) return
  const words = wordsOf<Words>(search)
  const attached = new Set((search.dataset.attached ?? '').split(','))
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = input.value.trim()

  const show = (items: readonly EvidenceOffer[]): void => {
    const chosen = new Set(
      [...list.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value),
    )
    list.replaceChildren(
      ...items.map(({ id, title, about }) => {
        const box = make('input', { type: 'checkbox', name: 'evidenceId', value: id, id: `found-${id}` })
        box.checked = chosen.has(id)
        const label = make('label', { for: `found-${id}` }, title, make('span', { class: 'under' }, about))
        return make('li', { class: 'choice' }, box, label)
      }),
    )
    form.hidden = items.length === 0
    said.textContent = items.length === 0 ? words.none : filled(words.found, { count: items.length })
  }

  const ask = async (): Promise<void> => {
    const text = input.value.trim()
    if (text === asked) return
    asked = text
    if (text === '') {
      form.hidden = true
      said.textContent = ''
      return
    }
    const answer = await fetch(`${search.dataset.offers}?q=${encodeURIComponent(text)}`).catch(() => null)
    if (!answer?.ok || asked !== text) return
    const { items } = (await answer.json()) as { items: EvidenceOffer[] }
    show(items.filter(({ id }) => !attached.has(id)))
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void ask(), WAIT_MS)
  })
  // Down leads from the words to what they found.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return
    const first = list.querySelector<HTMLInputElement>('input')
    if (!first || form.hidden) return
    event.preventDefault()
    first.focus()
  })
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const boxes = [...list.querySelectorAll<HTMLInputElement>('input')]
    const next = boxes.indexOf(event.target as HTMLInputElement) + step
    event.preventDefault()
    if (next < 0) input.focus()
    else boxes[next]?.focus()
  })
}

for (const search of document.querySelectorAll<HTMLElement>('[data-evidence-search]')) upgrade(search)
