import { open } from 'node:fs/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'

/**
 * Makes a key pair of age, and writes the secret key to a file that only its owner may read and that is never written over.
 * Answers the public key. Throws what the file system throws: EEXIST where the file is there.
 */
export async function makeBackupKey(file: string, at: Date): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const handle = await open(file, 'wx', 0o600)
  try {
    // As age-keygen writes it.
    await handle.writeFile(`# created: ${at.toISOString()}\n# public key: ${recipient}\n${identity}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return recipient
}
