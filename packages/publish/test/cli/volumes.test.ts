import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, notesHere, writeTwoEvents } from './run-notes.ts'

const folder = emptyFolder()
const config = (text: string) =>
  writeFileSync(join(folder.path, 'book.yaml'), `title: 本\nname: pair\n${text}`)
const build = () => notesHere(['build', '--format', 'epub'], folder.path)
const made = (): string[] => readdirSync(join(folder.path, 'output')).toSorted()

beforeAll(() => writeTwoEvents(folder.path))
afterAll(folder.dispose)

describe('a book in volumes', () => {
  it('is an ePub for each event', async () => {
    config('volumes: event\n')
    expect(await build()).toMatchObject({ code: 0 })
    expect(made()).toEqual(['build.json', 'pair-1.epub', 'pair-2.epub'])
  })

  it('takes the files of the volumes away when the book is one again', async () => {
    config('')
    expect(await build()).toMatchObject({ code: 0 })
    expect(made()).toEqual(['build.json', 'pair.epub'])
  })

  it('is one ePub where the pages that volumes are cut at are not known', async () => {
    config('volumes: {pages: 16}\n')
    const { code, stderr } = await build()
    expect(code).toBe(0)
    expect(stderr).toContain('Volumes of 16 pages are known after printing, so the ePub is one volume.')
    expect(made()).toEqual(['build.json', 'pair.epub'])
  })
})
