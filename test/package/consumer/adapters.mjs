import { UsageError } from 'moloni-sdk'
import * as bullmq from 'moloni-sdk/bullmq'
import * as kysely from 'moloni-sdk/kysely'
import { adapters } from './adapters-report.mjs'

console.log(JSON.stringify(adapters({ UsageError, bullmq, kysely })))
