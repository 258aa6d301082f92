import { expect, it } from 'vitest'
import { Crew, type Work } from '../../src/threads/crew.ts'

const inputs = Array.from({ length: 40 }, (_, index) => index)
const doubled = inputs.map((input) => input * 2)

/** Work that a thread does as written here, and this thread properly. */
function work(source: string): Work<number, number, number> {
  return {
    module: new URL(`data:text/javascript,${encodeURIComponent(source)}`),
    here: (input) => input * 2,
    receive: (answer) => answer,
  }
}

async function share(work: Work<number, number, number>, threads: number, ahead = 2): Promise<number[]> {
  const crew = new Crew(work, { threads, ahead })
  for (const input of inputs) crew.add(input)
  const results: number[] = []
  for await (const result of crew.results()) results.push(result)
  return results
}

const head = `import { parentPort, isMainThread } from 'node:worker_threads'\n`

it('gives the results in the order of the inputs, whoever did them', async () => {
  const answering = work(
    `${head}parentPort.on('message', ({ index, value }) => parentPort.postMessage({ index, value: value * 2 }))`,
  )
  for (const threads of [0, 1, 4])
    for (const ahead of [1, 2, Infinity]) expect(await share(answering, threads, ahead)).toEqual(doubled)
})

it('does here what a thread that fails was given', async () => {
  const failing = work(
    `${head}let left = 3
parentPort.on('message', ({ index, value }) => {
  if (left-- === 0) throw new Error('no more')
  parentPort.postMessage({ index, value: value * 2 })
})`,
  )
  expect(await share(failing, 2)).toEqual(doubled)
})

it('does everything here where threads do not start or end at once', async () => {
  const missing = { ...work(''), module: new URL('file:///nowhere/worker.js') }
  expect(await share(missing, 2)).toEqual(doubled)
  expect(await share(work('process.exit(0)'), 2)).toEqual(doubled)
  expect(await share(work('this is no program'), 2)).toEqual(doubled)
})

it('leaves no thread behind', async () => {
  await share(work(`${head}parentPort.on('message', () => {})\nprocess.exit(1)`), 3)
  expect(process.getActiveResourcesInfo()).not.toContain('MessagePort')
  expect(process.getActiveResourcesInfo()).not.toContain('Worker')
})
