import type { RenderRequest } from './document-maker.server.ts'
import { createPdfRenderer } from './pdf/pdf-renderer.server.ts'
import { renderReport } from './render-report.server.ts'

/**
 * A process of its own for documents: making them takes seconds of work and much memory, which the server that answers
 * visitors keeps free. Its one argument says within which limits PDFs are made. Ends when whoever started it is gone.
 */
const pdf = createPdfRenderer(JSON.parse(process.argv[2] ?? '{}'))

process.on('message', async ({ number, input }: RenderRequest) => {
  try {
    process.send?.({ number, result: await renderReport({ ...input, pdf }) })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    process.send?.({ number, result: { ok: false, error: { code: 'document.failed', detail } } })
  }
})
process.on('disconnect', () => process.exit(0))
