import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works a page: with a mouse, or with nothing but the keyboard. */
export type Hand = Readonly<{
  name: 'mouse' | 'keyboard'
  /** Follows a link, presses a button, unfolds a part. */
  press: (target: Locator) => Promise<void>
  /** Puts a text in the place of what stands in a field. */
  fill: (field: Locator, text: string) => Promise<void>
  /** Goes to the end of a text and writes on. */
  write: (field: Locator, text: string) => Promise<void>
  check: (box: Locator) => Promise<void>
  /** Chooses of a list by the label. */
  choose: (list: Locator, label: string) => Promise<void>
}>

const MOST_STEPS = 250

export const mouse: Hand = {
  name: 'mouse',
  press: (target) => target.click(),
  fill: (field, text) => field.fill(text),
  write: async (field, text) => {
    await field.click()
    await field.page().keyboard.press('ControlOrMeta+End')
    await field.page().keyboard.type(text)
  },
  check: (box) => box.check(),
  choose: async (list, label) => void (await list.selectOption({ label })),
}

export const keyboard: Hand = {
  name: 'keyboard',
  press: async (target) => {
    await reach(target)
    await target.page().keyboard.press('Enter')
  },
  fill: async (field, text) => {
    await reach(field)
    const { keyboard: keys } = field.page()
    await keys.press('ControlOrMeta+A')
    if (text === '') await keys.press('Delete')
    else await keys.type(text)
  },
  write: async (field, text) => {
    await reach(field)
    await field.page().keyboard.press('ControlOrMeta+End')
    await field.page().keyboard.type(text)
  },
  check: async (box) => {
    if (await box.isChecked()) return
    const radios = await radiosBeside(box)
    await reach(radios ?? box)
    await box.page().keyboard.press('Space')
    // Tab stops once at a group of radios; within it one moves by arrows.
    for (let step = 0; radios && step < MOST_STEPS && !(await box.isChecked()); step += 1)
      await box.page().keyboard.press('ArrowDown')
    await expect(box).toBeChecked()
  },
  choose: async (list, label) => {
    await reach(list)
    const at = (await list.locator('option').allTextContents()).indexOf(label)
    await list.page().keyboard.press('Home')
    for (let step = 0; step < at; step += 1) await list.page().keyboard.press('ArrowDown')
    await expect(list.locator('option:checked')).toHaveText(label)
  },
}

/** The radio at which Tab stops in the group of this one; null where it is no radio. */
async function radiosBeside(box: Locator): Promise<Locator | null> {
  const [type, name] = [await box.getAttribute('type'), await box.getAttribute('name')]
  if (type !== 'radio') return null
  const group = box.page().locator(`input[type="radio"][name="${name}"]`)
  const checked = group.and(box.page().locator(':checked'))
  return (await checked.count()) > 0 ? checked.first() : group.first()
}

/**
 * Goes from where the focus stands to a thing by Tab alone, through the link that skips the menu where the page offers it. A
 * thing that no Tab reaches fails here.
 */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const page: Page = target.page()
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const stands = await target.evaluate((element) => {
      const active = document.activeElement
      if (active === element) return 'there'
      return active?.classList.contains('skip') && element.closest('main') ? 'at the skip link' : 'elsewhere'
    })
    if (stands === 'there') return
    await page.keyboard.press(stands === 'at the skip link' ? 'Enter' : 'Tab')
  }
  throw new Error(`no Tab reaches ${target}`)
}
