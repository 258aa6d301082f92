#!/usr/bin/env node
import module from 'node:module'

// An older Node would end with an error that says nothing about it; so this file has only what every version knows.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Notes needs Node.js 22.18 or newer; this is ${process.versions.node}.\n`)
  process.exitCode = 1
} else {
  // Keeps what Node makes of the libraries' thousand files, in its folder for temporary files.
  module.enableCompileCache()
  await import('../dist/cli/main.js')
}
