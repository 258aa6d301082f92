/** Runs the Ghostscript of NOTES_GS; a test breaks this process off meanwhile. */
import { findGhostscript, runGhostscript } from '../../src/pdf/press/ghostscript.ts'

const ghostscript = await findGhostscript(process.env)
if (!ghostscript) throw new Error('There is no Ghostscript')
await runGhostscript(ghostscript, {
  switches: [],
  files: { 'book.pdf': '' },
  output: 'press.pdf',
  timeout: 60_000,
})
