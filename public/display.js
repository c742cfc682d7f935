/*
 * Text size and colours, remembered on this device only. Without script the tools stay hidden and the browser's own zoom
 * and colour settings do the work.
 */
const root = document.documentElement
const KEYS = { text: 'prongsai.text', theme: 'prongsai.theme' }

const read = (name) => {
  try {
    return localStorage.getItem(KEYS[name])
  } catch {
    return null
  }
}
const apply = (name, value) => {
  if (value) root.dataset[name] = value
  else delete root.dataset[name]
}
for (const name of Object.keys(KEYS)) apply(name, read(name))

const marked = (name) => root.dataset[name] ?? ''
const refresh = () => {
  for (const button of document.querySelectorAll('[data-set]'))
    button.setAttribute('aria-pressed', String(marked(button.dataset.set) === button.value))
}

document.addEventListener('DOMContentLoaded', () => {
  for (const tools of document.querySelectorAll('.tools[hidden]')) tools.hidden = false
  refresh()
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-set]')
    if (!button) return
    const name = button.dataset.set
    // A second press of the chosen colours goes back to what the device prefers.
    const value = name === 'theme' && marked(name) === button.value ? '' : button.value
    apply(name, value)
    try {
      localStorage.setItem(KEYS[name], value)
    } catch {
      /* kept for this page only */
    }
    refresh()
  })
})
