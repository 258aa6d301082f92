import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClosedPage } from '../../src/browser/closed-page.ts'
import { launchBrowser } from '../../src/browser/launch.ts'
import { runInBrowser } from '../../src/browser/run.ts'
import { printSample, renderInput, testBrowser } from '../support/print-sample.ts'
import { openPdf, plainPage } from '../support/read-pdf.ts'
import { renderPdf } from '../../src/pdf/render-pdf.ts'
import { PdfError } from '../../src/pdf/render-error.ts'
import { sampleBook } from '../support/sample-book.ts'

describe('a closed page', () => {
  let server: Server
  let port = 0
  const calls: string[] = []

  beforeAll(async () => {
    server = createServer((socket) => {
      calls.push('connection')
      socket.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as { port: number }).port
  })
  afterAll(() => server.close())

  it('runs no script and reaches neither network nor files, whatever the HTML holds', async () => {
    const at = `127.0.0.1:${port}`
    const html = `<!doctype html><meta charset=utf-8><link rel=stylesheet href="http://${at}/a.css">
<link rel=prefetch href="http://${at}/p"><link rel=preconnect href="http://${at}"><link rel=dns-prefetch href="http://${at}">
<style>@import "http://${at}/b.css"; @font-face{font-family:x;src:url(http://${at}/f)} p{font-family:x;background:url(http://${at}/c)}</style>
<script>document.title='ran';new WebSocket('ws://${at}/');fetch('http://${at}/')</script>
<p>text</p><img src="http://${at}/i.png"><img src="file:///etc/passwd"><img src=x onerror="document.title='ran'">
<iframe src="http://${at}/"></iframe><iframe src="file:///etc/hostname"></iframe><iframe srcdoc="<script>parent.document.title='ran'</script>"></iframe>
<object data="file:///etc/hostname"></object><embed src="http://${at}/e"><video src="http://${at}/v" autoplay></video>
<form action="http://${at}/"><button autofocus>go</button></form><base href="http://${at}/">
<svg><image href="http://${at}/s.png"/><script>document.title='ran'</script></svg>`
    const browser = await launchBrowser(await testBrowser(), process.env)
    try {
      const page = await openClosedPage(browser, (path) =>
        path === '/' ? { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) } : undefined,
      )
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const pdf = await openPdf(await page.pdf())
      const shown = await plainPage(pdf, 1)
      expect(await page.title()).toBe('')
      expect(shown).not.toMatch(/root:|localhost/)
      expect(calls).toEqual([])
    } finally {
      await browser.close()
    }
  })

  it('does not follow a page that sends itself elsewhere', async () => {
    const html = `<meta http-equiv=refresh content="0;url=http://127.0.0.1:${port}/r"><p>text`
    const browser = await launchBrowser(await testBrowser(), process.env)
    try {
      await openClosedPage(browser, (path) =>
        path === '/' ? { contentType: 'text/html', body: Buffer.from(html) } : undefined,
      )
      await new Promise((resolve) => setTimeout(resolve, 1000))
      expect(calls).toEqual([])
    } finally {
      await browser.close()
    }
  })

  it('prints a note full of traps without a call and without a script', async () => {
    const at = `http://127.0.0.1:${port}`
    const extra = `<script>fetch('${at}')</script><iframe src="${at}"></iframe><img src="${at}/x.png" onerror="fetch('${at}')">

![図](${at}/y.png) [押す](javascript:fetch('${at}')) [見る](file:///etc/passwd)
`
    const { pdf } = await printSample(sampleBook({ extra, sessions: 1, events: 1 }))
    const bytes = Buffer.from(pdf).toString('latin1')
    expect(calls).toEqual([])
    expect(bytes).not.toMatch(/javascript:|file:\/\/|\/JavaScript|\/Launch|\/EmbeddedFile/)
  })
})

describe('a browser that fails', () => {
  it('is started once more after a crash, and leaves nothing behind', async () => {
    const options = { browser: await testBrowser() }
    const pids: number[] = []
    let restarts = 0
    const result = await runInBrowser(
      options,
      async (browser) => {
        const child = browser.process()
        pids.push(child?.pid ?? 0)
        if (pids.length === 1) {
          child?.kill('SIGKILL')
          await new Promise((resolve) => setTimeout(resolve, 10_000))
        }
        return 'printed'
      },
      () => restarts++,
    )
    expect([result, restarts, pids.length]).toEqual(['printed', 1, 2])
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('is given up after hanging twice, in time', async () => {
    const pids: number[] = []
    const job = async (browser: Awaited<ReturnType<typeof launchBrowser>>): Promise<void> => {
      const child = browser.process()
      pids.push(child?.pid ?? 0)
      const page = await browser.newPage()
      child?.kill('SIGSTOP')
      await page.pdf({ timeout: 0 })
    }
    let restarts = 0
    const options = { browser: await testBrowser(), timeout: 2000 }
    await expect(runInBrowser(options, job, () => restarts++)).rejects.toThrow(/timed out|stopped/i)
    expect([restarts, pids.length]).toEqual([1, 2])
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('is a diagnostic and no PDF where it cannot start at all', async () => {
    const browser = { ...(await testBrowser()), executablePath: '/nowhere/chromium' }
    const failed = renderPdf(renderInput(sampleBook({ sessions: 1 })), { browser })
    const error = await failed.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PdfError)
    expect((error as PdfError).diagnostic.ruleId).toBe('browser-failed')
  })
})
