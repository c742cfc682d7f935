/*
 * Boxes that choose rows: one that chooses all that are shown, how many are chosen, and a stretch of them with Shift. The form
 * works without this.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-select-rows]')) selectIn(form)

function selectIn(form: HTMLFormElement): void {
  const all = form.querySelector<HTMLInputElement>('[data-select-all]')
  const count = form.querySelector<HTMLElement>('[data-select-count]')
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[data-select-row]')]
  const said = count?.textContent ?? ''
  let last: HTMLInputElement | null = null

  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length
    if (all) {
      all.checked = chosen === boxes.length
      all.indeterminate = chosen > 0 && chosen < boxes.length
    }
    for (const box of boxes) box.closest('tr')?.classList.toggle('chosen', box.checked)
    if (count)
      count.textContent =
        chosen === 0 ? said : (count.dataset.chosen ?? '').replace('{count}', String(chosen))
  }

  if (all) {
    all.hidden = false
    all.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked
      tell()
    })
  }
  for (const box of boxes)
    box.addEventListener('click', (event) => {
      if (event.shiftKey && last) {
        const [from = 0, to = 0] = [boxes.indexOf(last), boxes.indexOf(box)].toSorted((a, b) => a - b)
        for (const between of boxes.slice(from, to + 1)) between.checked = box.checked
      }
      last = box
      tell()
    })
  // A browser may tick boxes again that were ticked before the page was left.
  addEventListener('pageshow', tell)
  tell()
}
