import { holds, same } from './claims.ts'
import { fieldOf, type SinkBench, type SinkChecks } from './host-bench.ts'

/** The field in which each kind keeps its name. */
const nameFields = {
  relations: 'name',
  materials: 'description',
  materialCategories: 'name',
  hourTypes: 'name',
  employees: 'firstName',
} as const

const nameOf = async (bench: SinkBench, parts: Parameters<SinkBench['bySource']>[0]) => {
  const found = await bench.bySource(parts)
  same(found.length, 1, `${bench.kind}: records of one source`)
  return fieldOf(found[0], nameFields[bench.kind])
}

/** What every sink must do. What a sink cannot show is only looked at from the outside. */
export const sinkChecks: SinkChecks = {
  async 'an upsert answers one result a row, in order, with the host’s key'({ kind, fresh, upsert }) {
    same(await upsert([]), [], `${kind}: the answers for no rows`)
    const rows = [fresh(), fresh(), fresh()]
    same(
      await upsert(rows),
      rows.map(({ key }) => ({ ok: true, key })),
      `${kind}: the answers`,
    )
  },

  async 'the same row again changes nothing'(bench) {
    const { kind, fresh, upsert, bySource, canRead } = bench
    const row = fresh()
    const first = await upsert([row])
    const before = await bySource(row.source)
    if (canRead) same(before.length, 1, `${kind}: records after one row`)
    same(await upsert([row]), first, `${kind}: the answer for the same row`)
    same(await upsert([row, row]), [...first, ...first], `${kind}: the answers for the same row twice`)
    same(await bySource(row.source), before, `${kind}: the record`)
  },

  async 'a changed row changes its record and makes no second one'(bench) {
    const { kind, fresh, upsert, canRead } = bench
    const row = fresh()
    await upsert([row])
    const changed = { ...row, name: 'Second name' }
    same(await upsert([changed], { observedAt: 2_000 }), [{ ok: true, key: row.key }], `${kind}: the answer`)
    if (canRead) same(await nameOf(bench, row.source), 'Second name', `${kind}: the name`)
  },

  async 'a row whose key has changed is still one living record'(bench) {
    const { kind, fresh, upsert, byKey, canRead } = bench
    const row = fresh()
    await upsert([row])
    const renamed = { ...row, key: `${row.key}b`, name: 'Second name' }
    same(
      await upsert([renamed], { observedAt: 2_000 }),
      [{ ok: true, key: renamed.key }],
      `${kind}: the answer`,
    )
    if (!canRead) return
    same(await nameOf(bench, row.source), 'Second name', `${kind}: the name`)
    const left = await byKey(row.key)
    const states = left.map((it) => fieldOf(it, 'source') ?? null)
    holds(
      states.every((source) => source === null),
      `${kind}: what lies under the former key still counts as the record`,
    )
  },

  async 'an older observation is not taken, and is answered ok'(bench) {
    const { kind, fresh, upsert, canRead } = bench
    const row = fresh('Newer name')
    await upsert([row], { observedAt: 5_000 })
    const older = await upsert([{ ...row, name: 'Older name' }], { observedAt: 4_999 })
    same(older, [{ ok: true, key: row.key }], `${kind}: the answer for an older row`)
    if (canRead) same(await nameOf(bench, row.source), 'Newer name', `${kind}: the name`)
    await upsert([{ ...row, name: 'Newest name' }], { observedAt: 5_001 })
    if (canRead) same(await nameOf(bench, row.source), 'Newest name', `${kind}: the name after a newer row`)
  },

  async 'one bad row does not stop the others'({ kind, fresh, upsert, bySource, canRead }) {
    const rows = [fresh(), { ...fresh('x'.repeat(70_000)) }, fresh()]
    const results = await upsert(rows)
    same(results.length, 3, `${kind}: answers`)
    for (const at of [0, 2]) {
      same(
        results[at],
        { ok: true, key: rows[at]?.key },
        `${kind}: the answer for a good row beside a bad one`,
      )
      const source = rows[at]?.source
      if (canRead && source) same((await bySource(source)).length, 1, `${kind}: records of a good row`)
    }
    const bad = results[1]
    holds(bad?.ok === true || (bad?.code ?? '') !== '', `${kind}: a refusal has a code`)
  },

  async 'a key that another record has is not given away'(bench) {
    const { kind, fresh, upsert, canRead } = bench
    const [first, other] = [fresh('Owner'), fresh('Stranger')]
    await upsert([first])
    const stranger = { ...other, key: first.key }
    const apart = await upsert([stranger])
    holds(apart[0]?.ok === false, `${kind}: a row takes the key of another record`)
    if (canRead) same(await nameOf(bench, first.source), 'Owner', `${kind}: the name of the owner`)
    const [third, fourth] = [fresh('Third'), fresh('Fourth')]
    const together = await upsert([third, { ...fourth, key: third.key }])
    same(
      together.map(({ ok }) => ok),
      [true, false],
      `${kind}: the answers for two records with one key`,
    )
  },

  async 'unknown keys are ignored by deactivate'({ kind, fresh, upsert, deactivate, bySource }) {
    const row = fresh()
    await upsert([row])
    const before = await bySource(row.source)
    await deactivate([`${row.key}-unknown`, 'never seen'])
    await deactivate([])
    same(await bySource(row.source), before, `${kind}: the record`)
  },

  async 'a deactivated record comes back with a newer row, not with an older one'(bench) {
    const { kind, fresh, upsert, deactivate, byKey, canRead, canDeactivate } = bench
    if (!canDeactivate) return
    const row = fresh()
    await upsert([row], { observedAt: 1_000 })
    await deactivate([row.key], 900)
    const still = (await byKey(row.key))[0]
    if (canRead)
      holds(
        still !== undefined && fieldOf(still, 'active') !== false,
        `${kind}: an older deactivation counts`,
      )
    await deactivate([row.key], 2_000)
    await deactivate([row.key], 2_000)
    const gone = (await byKey(row.key))[0]
    holds(!canRead || fieldOf(gone, 'active') !== true, `${kind}: a deactivated record is active`)
    const again = await upsert([row], { observedAt: 3_000 })
    same(again, [{ ok: true, key: row.key }], `${kind}: the answer for a row that is there again`)
    if (!canRead) return
    const back = (await byKey(row.key))[0]
    holds(
      back !== undefined && fieldOf(back, 'active') !== false,
      `${kind}: a record that is there again is not active`,
    )
  },

  async 'a record that the engine names is taken for the row’s own'(bench) {
    const { kind, fresh, upsert, canRead } = bench
    if (!canRead) return
    const [former, row] = [fresh('Former'), fresh('Named')]
    await upsert([former])
    const told = await upsert([{ ...row, key: former.key }], { observedAt: 2_000, keys: [former.key] })
    same(told, [{ ok: true, key: former.key }], `${kind}: the answer for a row whose record is named`)
    same(await nameOf(bench, row.source), 'Named', `${kind}: the name`)
  },

  async 'an aborted call ends with the reason of its signal, if it does not finish'({ kind, fresh, upsert }) {
    const reason = new Error('stopped by the check')
    const signal = AbortSignal.abort(reason)
    const end = await upsert([fresh()], { signal }).then(
      () => reason,
      (error: unknown) => error,
    )
    holds(end === reason, `${kind}: an aborted call ends with something else than its reason`)
  },
}
