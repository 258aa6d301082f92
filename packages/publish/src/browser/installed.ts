import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Environment } from './cache-folder.ts'

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome-headless-shell',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** Every place where this platform installs Chrome, Chromium or Edge, best first. */
export function installedPlaces(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])]
    return MAC_APPS.flatMap((app) =>
      folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    const known = folders.filter((folder) => folder !== undefined && folder !== '') as string[]
    return WINDOWS_PATHS.flatMap((path) => known.map((folder) => join(folder, ...path)))
  }
  const folders = new Set([...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'])
  folders.delete('')
  return LINUX_NAMES.flatMap((name) => [...folders].map((folder) => join(folder, name)))
}

/** The installed browsers of this machine, best first. */
export function installedBrowsers(env: Environment): string[] {
  return installedPlaces(env, process.platform).filter((path) => existsSync(path))
}
