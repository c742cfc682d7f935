import { createContext } from 'react-router'
import type { DocumentMaking } from './publishing/publication-files.server.ts'

/** How the pages of reports have documents made and where these are kept; set by the server for every request. */
export const documentsContext = createContext<DocumentMaking>()
