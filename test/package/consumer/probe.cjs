const entries = {
  root: require('moloni-sdk'),
  pt: require('moloni-sdk/pt'),
  es: require('moloni-sdk/es'),
  oauth: require('moloni-sdk/oauth'),
  mappers: require('moloni-sdk/mappers'),
  sync: require('moloni-sdk/sync'),
  outsmart: require('moloni-sdk/outsmart'),
  testing: require('moloni-sdk/testing'),
}

import('./report.mjs')
  .then(({ report }) => report(entries))
  .then((found) => console.log(JSON.stringify(found)))
