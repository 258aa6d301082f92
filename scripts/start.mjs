/** `npm start`: sets up whatever is missing and builds the book of `content/` into `output/`. */
import { ensureInstalled, pinnedNode, run } from './setup.mjs'

await ensureInstalled()
process.exitCode = await run(pinnedNode(), ['scripts/build-book.ts'], { shell: false })
