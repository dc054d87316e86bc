import * as root from 'moloni-sdk'
import * as es from 'moloni-sdk/es'
import * as mappers from 'moloni-sdk/mappers'
import * as oauth from 'moloni-sdk/oauth'
import * as outsmart from 'moloni-sdk/outsmart'
import * as pt from 'moloni-sdk/pt'
import * as sync from 'moloni-sdk/sync'
import * as testing from 'moloni-sdk/testing'
import { report } from './report.mjs'

console.log(JSON.stringify(await report({ root, pt, es, oauth, mappers, sync, outsmart, testing })))
