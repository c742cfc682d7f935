import { answerFeed } from '../pages/news-feed.server.ts'
import type { Route } from './+types/news-rss'

/** `/news/feed.rss` */
export const loader = ({ context }: Route.LoaderArgs) => answerFeed(context, 'rss')
