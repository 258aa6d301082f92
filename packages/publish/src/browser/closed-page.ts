import type { Browser, HTTPRequest, Page } from 'puppeteer'

/** What the page gets for one of its addresses. */
export interface Answer {
  contentType: string
  body: Uint8Array
}

/** Answers the page's requests from memory, by the path of the address; undefined refuses. */
export type AnswerRequest = (path: string) => Answer | undefined | Promise<Answer | undefined>

/** The page's own origin. The name can never be registered, and it never reaches a resolver. */
const PAGE_ORIGIN = 'http://book.invalid'

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src http://book.invalid; img-src http://book.invalid; base-uri 'none'; form-action 'none'"

/**
 * Opens a page, laid out for print, that can reach nothing: scripts off, every request refused but those that `answer` knows, and a
 * policy that allows only styles, fonts and images of its own origin.
 */
export async function openClosedPage(browser: Browser, answer: AnswerRequest): Promise<Page> {
  const page = await browser.newPage()
  // A change of the medium later would lay out everything again.
  await page.emulateMediaType('print')
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    void respond(request, answer)
  })
  await page.goto(`${PAGE_ORIGIN}/`, { waitUntil: 'load', timeout: 0 })
  return page
}

async function respond(request: HTTPRequest, answer: AnswerRequest): Promise<void> {
  try {
    const url = URL.parse(request.url())
    const known = url?.origin === PAGE_ORIGIN && request.method() === 'GET'
    const found = known ? await answer(decodeURIComponent(url.pathname)) : undefined
    if (!found) return await request.abort('blockedbyclient')
    await request.respond({
      status: 200,
      headers: { 'content-security-policy': POLICY, 'access-control-allow-origin': PAGE_ORIGIN },
      contentType: found.contentType,
      body: found.body,
    })
  } catch {
    // The page closed while it was waiting.
  }
}
