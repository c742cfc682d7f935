/** Puts the drafted wording of the chosen decision into a field that is empty, or has a draft that nobody changed. */
function offerWordings(form: HTMLFormElement) {
  const wording = form.querySelector<HTMLTextAreaElement>('textarea[name="wording"]')
  const choices = [...form.querySelectorAll<HTMLInputElement>('input[name="decision"]')]
  if (!wording) return
  const drafts = choices.map(({ dataset }) => dataset.wording ?? '')
  form.addEventListener('change', ({ target }) => {
    const chosen = choices.find((choice) => choice === target)
    const draft = chosen?.dataset.wording
    if (draft === undefined) return
    const now = wording.value.trim()
    if (now !== '' && !drafts.includes(now)) return
    wording.value = draft
    // Whoever keeps what is typed hears of it, too.
    wording.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.resolution-form')) offerWordings(form)
