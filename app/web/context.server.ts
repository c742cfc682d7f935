import { createContext, type RouterContextProvider } from 'react-router'
import type { App } from './app.server.ts'

/** What the server hands to every loader and action. */
export const appContext = createContext<App>()

export const appOf = (context: Readonly<RouterContextProvider>): App => context.get(appContext)
