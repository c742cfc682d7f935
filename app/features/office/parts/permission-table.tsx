import type { Language } from '../../../i18n/language.ts'
import { ROLES, type RoleName } from '../../../kernel/actor.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { roleDuty, roleNeedsSecondFactor, roleText } from '../../people/index.ts'
import { actNames, type Leave, type MatrixRow, permissionMatrix } from '../permission-matrix.domain.ts'
import { permissionsPageText } from '../text/pages.ts'

type Props = Readonly<{ lang: Language; mine: readonly RoleName[] }>
type Shown = Leave | 'own'

const ICONS = {
  yes: 'yes',
  'own-unit': 'ownUnit',
  own: 'own',
  no: 'no',
} as const satisfies Record<Shown, IconName>

const shownOf = (row: MatrixRow, role: RoleName): Shown => {
  const leave = row.leave(role)
  return leave === 'no' && row.self(role) ? 'own' : leave
}

/** Acts by roles, for a wide page and for paper. */
export function PermissionTable({ lang, mine }: Props) {
  const text = permissionsPageText(lang)
  const { names } = roleText(lang)
  const acts = actNames(lang)
  return (
    <div className="table-box matrix-wide">
      <table className="matrix">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.act}</th>
            {ROLES.map((role) => (
              <th scope="col" key={role}>
                {names[role]}
                {mine.includes(role) && <span className="mine">{text.mine}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.secondFactor}</th>
            {ROLES.map((role) => (
              <td key={role}>
                <SecondFactor lang={lang} role={role} />
              </td>
            ))}
          </tr>
        </tbody>
        {permissionMatrix().map(({ room, rows }) => (
          <tbody key={room}>
            <tr>
              <th scope="rowgroup" colSpan={ROLES.length + 1} className="room">
                {text.rooms[room]}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.act}>
                <th scope="row">{acts[row.act]}</th>
                {ROLES.map((role) => (
                  <td key={role}>
                    <LeaveSign lang={lang} leave={shownOf(row, role)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** The same by role, for a phone: what each may do, the own roles open. */
export function PermissionCards({ lang, mine }: Props) {
  const text = permissionsPageText(lang)
  const { names } = roleText(lang)
  return (
    <div className="matrix-cards">
      {ROLES.map((role) => (
        <details key={role} className="role-card" open={mine.includes(role)}>
          <summary>
            {names[role]} {mine.includes(role) && <span className="mine">{text.mine}</span>}
          </summary>
          <p className="muted">{roleDuty(role, lang)}</p>
          <p>
            {text.secondFactor}: <SecondFactor lang={lang} role={role} />
          </p>
          <RoleActs lang={lang} role={role} />
        </details>
      ))}
    </div>
  )
}

function RoleActs({ lang, role }: { lang: Language; role: RoleName }) {
  const text = permissionsPageText(lang)
  const acts = actNames(lang)
  const rooms = permissionMatrix()
    .map(({ room, rows }) => ({ room, rows: rows.filter((row) => shownOf(row, role) !== 'no') }))
    .filter(({ rows }) => rows.length > 0)
  return rooms.map(({ room, rows }) => (
    <div key={room}>
      <h2>{text.rooms[room]}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.act}>
            {acts[row.act]} <LeaveSign lang={lang} leave={shownOf(row, role)} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

const LeaveSign = ({ lang, leave }: { lang: Language; leave: Shown }) => (
  <span className={`leave ${leave}`}>
    <Icon name={ICONS[leave]} />
    {permissionsPageText(lang).leaves[leave]}
  </span>
)

function SecondFactor({ lang, role }: { lang: Language; role: RoleName }) {
  const text = permissionsPageText(lang)
  const isNeeded = roleNeedsSecondFactor(role)
  return (
    <span className={`leave ${isNeeded ? 'yes' : 'no'}`}>
      <Icon name={isNeeded ? 'fingerprint' : 'no'} />
      {isNeeded ? text.needed : text.notNeeded}
    </span>
  )
}
