import {
  Accessibility,
  ArrowRight,
  BadgeCheck,
  Building2,
  CalendarDays,
  Check,
  ChevronDown,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleUser,
  CircleX,
  Clock,
  Contrast,
  Download,
  Eye,
  FileBraces,
  FileSpreadsheet,
  FileText,
  FileType,
  FileUp,
  Fingerprint,
  Globe,
  History,
  House,
  Info,
  KeyRound,
  Link,
  ListChecks,
  ListFilter,
  Lock,
  LogOut,
  Mail,
  MailOpen,
  MailX,
  MapPinHouse,
  Menu,
  Minus,
  Moon,
  Network,
  Pencil,
  Plus,
  RotateCcw,
  ScrollText,
  Search,
  Send,
  ShieldCheck,
  Sun,
  Trash2,
  TriangleAlert,
  Undo2,
  UserCheck,
  UserPlus,
  Users,
  UserX,
  X,
} from 'lucide-static'

/** One kept set of drawings (lucide), always beside words. */
const ICONS = {
  accessibility: Accessibility,
  arrow: ArrowRight,
  seal: BadgeCheck,
  alert: CircleAlert,
  done: CircleCheck,
  none: CircleDashed,
  late: CircleX,
  working: Clock,
  contrast: Contrast,
  review: Eye,
  json: FileBraces,
  sheet: FileSpreadsheet,
  document: FileText,
  word: FileType,
  page: Globe,
  link: Link,
  dark: Moon,
  light: Sun,
  warning: TriangleAlert,
  returned: Undo2,
  home: House,
  people: Users,
  units: Network,
  agency: Building2,
  upload: FileUp,
  key: KeyRound,
  permission: ShieldCheck,
  log: ScrollText,
  mail: Mail,
  opened: MailOpen,
  account: CircleUser,
  menu: Menu,
  signOut: LogOut,
  download: Download,
  search: Search,
  filter: ListFilter,
  add: Plus,
  down: ChevronDown,
  yes: Check,
  no: Minus,
  locked: Lock,
  send: Send,
  edit: Pencil,
  remove: Trash2,
  invite: UserPlus,
  calendar: CalendarDays,
  steps: ListChecks,
  close: X,
  again: RotateCcw,
  own: UserCheck,
  fingerprint: Fingerprint,
  history: History,
  disabled: UserX,
  withheld: MailX,
  ownUnit: MapPinHouse,
  info: Info,
} as const
export type IconName = keyof typeof ICONS

const inner = (svg: string) => svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      // The drawing comes from the icon package, never from a person.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: constant markup of the icon set
      dangerouslySetInnerHTML={{ __html: inner(ICONS[name]) }}
    />
  )
}
