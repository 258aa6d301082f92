import puppeteer, { type Browser } from 'puppeteer'
import { cacheFolder, type Environment } from './cache-folder.ts'
import { fontconfigFile } from './system-font.ts'

/** What to start: a found browser, or a candidate that is being tried. */
export interface LaunchTarget {
  executablePath: string
  env?: Record<string, string>
}

export interface LaunchOptions {
  /** The longest that one request to the browser may take, in milliseconds. */
  timeout?: number
}

const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-sync',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  // No name and no address resolves: nothing that slips past the interception reaches a network.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-default-browser-check',
  '--no-pings',
  '--no-proxy-server',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/**
 * Starts a browser with a profile of its own, which goes away with it. The pipe ends with this process, so the
 * browser does as well, however this process ends. Chromium refuses its sandbox to root; where the system
 * forbids it to everyone, the browser starts without it too: the page has no scripts, files or network.
 */
export async function launchBrowser(
  target: LaunchTarget,
  env: Environment,
  options: LaunchOptions = {},
): Promise<Browser> {
  const variables = { ...env, ...target.env, FONTCONFIG_FILE: await fontconfigFile(cacheFolder(env)) }
  const start = (args: string[]): Promise<Browser> =>
    puppeteer.launch({
      executablePath: target.executablePath,
      headless: /headless[-_]shell|chromium-bundled/.test(target.executablePath) ? 'shell' : true,
      pipe: true,
      args,
      env: variables,
      protocolTimeout: options.timeout ?? 300_000,
      timeout: 60_000,
    })
  if (process.getuid?.() === 0) return await start([...ARGUMENTS, '--no-sandbox'])
  try {
    return await start(ARGUMENTS)
  } catch (error) {
    if (!/sandbox/i.test(String(error))) throw error
    return await start([...ARGUMENTS, '--no-sandbox'])
  }
}
