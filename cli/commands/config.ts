import { describeConfig, readConfig } from '../../app/platform/config/config.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT } from '../terminal.ts'

/** `prongsai config`: every setting with its meaning and the value in force; secrets withheld. Exit 2 when one is wrong. */
export const config: Command = async ({ print, note, json, text, lang }, { files: [file] }) => {
  if (file !== undefined) throw new BadInput(text.takesNoFile(file))
  const settings = describeConfig()
  const read = readConfig()
  const faults = read.ok ? [] : read.error
  if (json) {
    print(
      JSON.stringify({
        settings: settings.map(({ doc, ...setting }) => ({ ...setting, doc: doc[lang] })),
        faults: faults.map((fault) => ({ setting: fault.setting, message: fault.message[lang] })),
      }),
    )
  } else {
    print(text.configHead)
    for (const setting of settings) {
      const value = setting.secret && setting.isSet ? text.configSecret : (setting.value ?? text.configNone)
      print(`\n  ${setting.name}=${value}   (${text.configDefault}: ${setting.fallback ?? text.configNone})`)
      print(`      ${setting.doc[lang]}`)
    }
  }
  if (faults.length === 0) return EXIT.done
  note(text.badConfig)
  for (const fault of faults) note(`  ${fault.message[lang]}`)
  return EXIT.badInput
}
