/** A thread that draws the cover. */
import { serve } from '../threads/serve.ts'
import { type CoverDesign, drawCover } from './draw-cover.ts'

serve(async (design: CoverDesign) => {
  const value = await drawCover(design)
  return { value, transfer: [value.buffer] }
})
