/** A thread that compresses texts for the container. */
import { serve } from '../threads/serve.ts'
import { type Deflated, deflateTexts } from './deflate.ts'

serve((texts: string[]) => {
  const value: Deflated = deflateTexts(texts)
  return { value, transfer: [value.bytes.buffer] }
})
