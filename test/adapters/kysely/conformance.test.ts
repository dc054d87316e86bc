import { encryptedStore } from 'moloni-sdk'
import { storeConformance } from 'moloni-sdk/testing'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'
import { mysqlPlace, type Place, postgresPlace, sqlitePlace } from './support.ts'

function keepsEveryRule(open: () => Promise<Place>): void {
  let place: Place
  let handles: ReturnType<typeof twoOf>
  const twoOf = () => [place.store(), place.store()] as const
  beforeAll(async () => {
    place = await open()
    handles = twoOf()
    await handles[0].migrate()
  })
  afterAll(() => place?.end())
  for (const { name, run } of storeConformance(() => handles)) test(name, run)

  describe('and encrypted', () => {
    const keys = [{ id: 'a', key: new Uint8Array(32) }]
    const encrypted = () =>
      [encryptedStore(handles[0], { keys }), encryptedStore(handles[1], { keys })] as const
    for (const { name, run } of storeConformance(encrypted)) test(name, run)
  })
}

describe('the SQL store on SQLite', () => keepsEveryRule(sqlitePlace))
await describeWith('PostgreSQL', 'the SQL store on PostgreSQL', (url) =>
  keepsEveryRule(() => postgresPlace(url)),
)
await describeWith('MariaDB', 'the SQL store on MariaDB', (url) => keepsEveryRule(() => mysqlPlace(url)))
await describeWith('MySQL', 'the SQL store on MySQL', (url) => keepsEveryRule(() => mysqlPlace(url)))
