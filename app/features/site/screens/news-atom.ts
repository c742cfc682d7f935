import { answerFeed } from '../pages/news-feed.server.ts'
import type { Route } from './+types/news-atom'

/** `/news/feed.atom` */
export const loader = ({ context }: Route.LoaderArgs) => answerFeed(context, 'atom')
