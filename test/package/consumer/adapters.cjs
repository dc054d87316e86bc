const { UsageError } = require('moloni-sdk')
const bullmq = require('moloni-sdk/bullmq')
const kysely = require('moloni-sdk/kysely')

import('./adapters-report.mjs').then(({ adapters }) =>
  console.log(JSON.stringify(adapters({ UsageError, bullmq, kysely }))),
)
