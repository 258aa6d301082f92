import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderHandouts, type RenderedHandouts } from '../../src/handout/render-handouts.ts'
import type { RenderInput } from '../../src/model.ts'
import { objectText, readPdf } from '../../src/pdf/pdf-file.ts'
import { renderInput, testBrowser } from '../support/print-sample.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'
import { sampleBook } from '../support/sample-book.ts'

/** More than are in the browser at a time. */
const SESSIONS = 43

const table = '| 列 | 値 |\n|---|---|\n| あ | い |\n\n印[^1]がある。\n\n[^1]: 注の本文。\n'

describe('the file of all handouts', () => {
  let input: RenderInput
  let made: RenderedHandouts
  let all: Uint8Array
  const counts = () => made.files.slice(0, -1).map(({ pages }) => pages)

  beforeAll(async () => {
    const book = sampleBook({ events: 1, sessions: SESSIONS, sections: 2, points: 3, extra: table })
    const [event] = book.tree.children
    const sessions = event?.children.filter((child) => child.type === 'session') ?? []
    const [first, last] = [sessions[0], sessions.at(-1)]
    // Names of parts of the structure, and links inside of a handout, on both sides of the seam.
    if (first && last) last.children = structuredClone(first.children)
    input = renderInput(book)
    made = await renderHandouts(input, { browser: await testBrowser() })
    all = made.files.at(-1)?.bytes ?? new Uint8Array()
  })

  it('says on each page what the files of the sessions say', async () => {
    const pdf = await openPdf(all)
    expect(pdf.numPages).toBe(counts().reduce((sum, count) => sum + count, 0))
    let at = 0
    for (const { bytes, pages } of made.files.slice(0, -1)) {
      const single = await openPdf(bytes)
      for (let page = 1; page <= pages; page++) {
        expect(await plainPage(pdf, ++at)).toBe(await plainPage(single, page))
      }
    }
  })

  it('has one structure of all pages, the same as in the files of the sessions', async () => {
    const pdf = await openPdf(all)
    let at = 0
    for (const { bytes, pages } of made.files.slice(0, -1)) {
      const single = await openPdf(bytes)
      for (let page = 1; page <= pages; page++) {
        const joined = await (await pdf.getPage(++at)).getStructTree()
        expect(rolesOf(joined)).toEqual(rolesOf(await (await single.getPage(page)).getStructTree()))
        expect(rolesOf(joined)).toContain('P')
      }
    }
    const file = readPdf(all)
    const objects = [...file.objects.keys()].map((number) => objectText(file, number))
    const ids = objects.flatMap((text) => /\/ID (\([^)]*\))/.exec(text)?.[1] ?? [])
    expect(ids.length).toBeGreaterThan(3)
    expect(new Set(ids).size).toBe(ids.length)
    const keys = objects.flatMap((text) => /\/StructParents? (\d+)/.exec(text)?.[1] ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has an outline, page labels and links that lead to the right pages', async () => {
    const pdf = await openPdf(all)
    const starts = counts().map((_, at) =>
      counts()
        .slice(0, at)
        .reduce((sum, count) => sum + count, 0),
    )
    const pageOf = async (target: unknown): Promise<number> => {
      const place = typeof target === 'string' ? await pdf.getDestination(target) : (target as unknown[])
      return await pdf.getPageIndex(place?.[0] as Parameters<typeof pdf.getPageIndex>[0])
    }
    const outline = await pdf.getOutline()
    expect(await Promise.all(outline.map(({ dest }) => pageOf(dest)))).toEqual(starts)
    expect((await pdf.getPageLabels())?.slice(0, 2)).toEqual([
      'talk-1',
      counts()[0] === 1 ? 'talk-2-1' : 'talk-2',
    ])
    let links = 0
    for (let page = 0; page < pdf.numPages; page++) {
      const handout = starts.findLastIndex((start) => start <= page)
      for (const { dest } of await (await pdf.getPage(page + 1)).getAnnotations()) {
        if (!dest) continue
        links++
        const target = await pageOf(dest)
        expect(starts.findLastIndex((start) => start <= target)).toBe(handout)
      }
    }
    expect(links).toBeGreaterThan(1)
  })

  it('holds each font once for the handouts that were printed together', () => {
    const sizes = made.files.map(({ bytes }) => bytes.length)
    const singles = sizes.slice(0, -1).reduce((sum, size) => sum + size, 0)
    expect(sizes.at(-1)).toBeLessThan(singles * 0.7)
  })

  it.skipIf(process.platform === 'win32')(
    'is the same where the browser stops on the way, and what was printed is not printed again',
    async () => {
      const begun: number[] = []
      const again = await renderHandouts(input, {
        browser: await testBrowser(),
        onProgress: (stage, done) => {
          if (stage !== 'Printing handouts' || done === undefined) return
          if (done > 0 && !begun.includes(done)) killBrowser()
          begun.push(done)
        },
      })
      expect(begun).toEqual([0, 40, 40])
      expect(again.messages.map(({ ruleId }) => ruleId)).toEqual(['browser-restarted'])
      const differing = again.files.filter(
        ({ path, bytes }) =>
          Buffer.compare(bytes, made.files.find((file) => file.path === path)?.bytes ?? new Uint8Array()) !==
          0,
      )
      expect(differing.map(({ path }) => path)).toEqual([])
      expect(again.files).toHaveLength(made.files.length)
    },
  )
})

/** Ends the browser that this process started. */
function killBrowser(): void {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
  for (const [, pid, parent, name] of list.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)) {
    if (Number(parent) === process.pid && /chrom|headless/i.test(name ?? ''))
      process.kill(Number(pid), 'SIGKILL')
  }
}

/** Types of the elements of a page's structure, in their order. */
function rolesOf(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] }
  return [...(role === undefined ? [] : [role]), ...children.flatMap(rolesOf)]
}
