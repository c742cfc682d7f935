/*
 * The announcement of the home page, shown over it until it is closed; that it was closed is remembered on this device only.
 * Without script it stays a box in the page. It takes no keys away: Escape closes it, and the page behind can be read on.
 */
{
  const box = document.querySelector('[data-popup]')
  const KEY = 'prongsai.popup'

  const kept = () => {
    try {
      return localStorage.getItem(KEY)
    } catch {
      return null
    }
  }

  if (box) {
    const before = document.activeElement
    const close = () => {
      const held = box.contains(document.activeElement)
      box.remove()
      try {
        localStorage.setItem(KEY, box.dataset.popup)
      } catch {
        /* forgotten with this page */
      }
      // Whoever closed it by its own button goes on where they were.
      if (held)
        (before instanceof HTMLElement && before !== document.body
          ? before
          : document.querySelector('main')
        ).focus()
    }
    if (kept() === box.dataset.popup) box.remove()
    else {
      box.classList.add('floats')
      const button = box.querySelector('[data-popup-close]')
      button.hidden = false
      button.addEventListener('click', close)
      document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && box.isConnected) close()
      })
    }
  }
}
