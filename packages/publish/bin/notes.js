#!/usr/bin/env node
// An older Node would end with an error that says nothing about it; so this file has only what every version knows.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Notes needs Node.js 22.18 or newer; this is ${process.versions.node}.\n`)
  process.exitCode = 1
} else await import('../dist/cli/main.js')
