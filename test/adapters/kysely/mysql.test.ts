import { Kysely, MysqlDialect } from 'kysely'
import { sqlStore } from 'moloni-sdk/kysely'
import { createPool } from 'mysql2'
import { expect, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'

await describeWith('MariaDB', 'the SQL store on MariaDB', (url) => {
  test('a connection that cannot say every text is refused before it loses one', async () => {
    const pool = createPool({ uri: url.href, charset: 'latin1_swedish_ci' })
    const db = new Kysely<unknown>({ dialect: new MysqlDialect({ pool }) })
    await expect(sqlStore({ db }).read('c', ['k'])).rejects.toMatchObject({
      name: 'UsageError',
      code: 'store_charset',
    })
    await db.destroy()
  })

  test('a user without rights is told so, and not who he is', async () => {
    const other = new URL(url)
    other.username = 'moloni_sdk_nobody'
    other.password = 'pa55word'
    const db = new Kysely<unknown>({ dialect: new MysqlDialect({ pool: createPool({ uri: other.href }) }) })
    const error: unknown = await sqlStore({ db })
      .migrate()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'UsageError', code: 'store_refused' })
    expect(String(error)).not.toMatch(/nobody|pa55word/)
    await db.destroy()
  })
})
