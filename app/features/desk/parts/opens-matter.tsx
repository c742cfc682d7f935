/** What opens a matter, as it was typed. */
export type MatterKeys = Readonly<{ reference: string; followUpSecret: string }>

/** Carries what opens a matter from form to form: there is no session, and no cookie. */
export const OpensMatter = ({ keys }: { keys: MatterKeys }) => (
  <>
    <input type="hidden" name="reference" value={keys.reference} />
    <input type="hidden" name="followUpSecret" value={keys.followUpSecret} />
  </>
)
