/**
 * Offers names while somebody types @ in a comment. Without it the name is typed whole, or chosen from the list below the
 * field: the server reads both. Names and words stand in attributes of the field.
 */
const MOST = 6
/** Names have spaces, so a name goes on until its line does. */
const LONGEST = 60

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ')

function offerNames(field: HTMLTextAreaElement): void {
  const names = [...new Set(JSON.parse(field.dataset.mentions ?? '[]') as string[])]
  const list = document.createElement('ul')
  list.id = `${field.id}-offers`
  list.className = 'offers'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.dataset.offers ?? '')
  list.hidden = true
  const told = document.createElement('p')
  told.className = 'visually-hidden'
  told.setAttribute('role', 'status')
  field.after(list, told)
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  let chosen = 0

  /** Where the @ stands before the cursor, and what was typed behind it; null where no name is being typed. */
  const typing = (): { at: number; text: string } | null => {
    const until = field.value.slice(0, field.selectionStart)
    const at = until.lastIndexOf('@')
    const text = until.slice(at + 1)
    const isInsideWord = /[a-z0-9._-]/i.test(until[at - 1] ?? '')
    return at < 0 || isInsideWord || text.length > LONGEST || /[\n@]/.test(text) ? null : { at, text }
  }

  const close = (): void => {
    list.hidden = true
    list.replaceChildren()
    told.textContent = ''
    field.removeAttribute('aria-activedescendant')
  }

  const mark = (): void => {
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === chosen))
    field.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
  }

  const put = (name: string): void => {
    const typed = typing()
    if (!typed) return
    const end = field.selectionStart
    field.setRangeText(`@${name} `, typed.at, end, 'end')
    close()
    field.focus()
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const show = (): void => {
    const typed = typing()
    const key = fold(typed?.text ?? '')
    // First those that begin with it, then those in which a part of the name does.
    const begins = names.filter((name) => fold(name).startsWith(key))
    const holds = names.filter((name) => !begins.includes(name) && fold(name).includes(` ${key}`))
    const found = typed ? [...begins, ...holds].slice(0, MOST) : []
    const isWhole = found.some((name) => key.startsWith(`${fold(name)} `) || key === `${fold(name)} `)
    if (found.length === 0 || isWhole) {
      close()
      return
    }
    chosen = 0
    list.replaceChildren(
      ...found.map((name, index) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        option.setAttribute('role', 'option')
        option.textContent = name
        // The field keeps the focus.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          put(name)
        })
        return option
      }),
    )
    list.hidden = false
    told.textContent = (field.dataset.found ?? '').replace('0', String(found.length))
    mark()
  }

  field.addEventListener('input', show)
  field.addEventListener('click', show)
  field.addEventListener('blur', close)
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    const count = list.children.length
    if (event.key === 'ArrowDown') chosen = (chosen + 1) % count
    else if (event.key === 'ArrowUp') chosen = (chosen + count - 1) % count
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === 'Tab') put(list.children[chosen]?.textContent ?? '')
    else return
    event.preventDefault()
    event.stopPropagation()
    if (!list.hidden) mark()
  })
}

for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-mentions]'))
  offerNames(field)
