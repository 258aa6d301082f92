import { realpath, stat } from 'node:fs/promises'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import type { Candidate, FoundBrowser } from './types.ts'

const knownBuild = v.object({
  size: v.number(),
  mtimeMs: v.number(),
  build: v.string(),
  env: v.record(v.string(), v.string()),
})
const builds = v.record(v.string(), knownBuild)

type KnownBuild = v.InferOutput<typeof knownBuild>

/** The build of a browser that was started before and has not changed since: no process is started to ask. */
export async function rememberedBrowser(
  cache: string,
  candidate: Candidate,
): Promise<FoundBrowser | undefined> {
  const state = await fileState(candidate.executablePath)
  if (state === undefined) return
  const known = (await readBuilds(cache))[state.path]
  if (known === undefined || known.size !== state.size || known.mtimeMs !== state.mtimeMs) return
  const { executablePath, source } = candidate
  return { executablePath, source, build: known.build, env: known.env }
}

/** Remembers a browser by its real path, size and time of change. Failing to write costs only time. */
export async function rememberBrowser(cache: string, found: FoundBrowser): Promise<void> {
  const state = await fileState(found.executablePath)
  if (state === undefined) return
  const { path, ...file } = state
  const all = { ...(await readBuilds(cache)), [path]: { ...file, build: found.build, env: found.env } }
  const target = buildsFile(cache)
  const partial = `${target}.${process.pid}.partial`
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(partial, `${JSON.stringify(all, undefined, 2)}\n`)
    await rename(partial, target)
  } catch {
    return
  }
}

function buildsFile(cache: string): string {
  return join(cache, 'browsers.json')
}

async function readBuilds(cache: string): Promise<Record<string, KnownBuild>> {
  try {
    return v.parse(builds, JSON.parse(await readFile(buildsFile(cache), 'utf8')))
  } catch {
    return {}
  }
}

async function fileState(path: string): Promise<{ path: string; size: number; mtimeMs: number } | undefined> {
  try {
    const real = await realpath(path)
    const { size, mtimeMs } = await stat(real)
    return { path: real, size, mtimeMs }
  } catch {
    return
  }
}
