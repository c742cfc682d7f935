import { createContext } from 'react-router'
import type { SignInTools } from './sign-in-tools.server.ts'

/** What the server hands to the screens that sign people in. */
export const signInContext = createContext<SignInTools>()
