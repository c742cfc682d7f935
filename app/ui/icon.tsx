import {
  Accessibility,
  ArrowRight,
  BadgeCheck,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  Contrast,
  Eye,
  FileBraces,
  FileSpreadsheet,
  FileText,
  FileType,
  Globe,
  Link,
  Moon,
  Sun,
  TriangleAlert,
  Undo2,
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
