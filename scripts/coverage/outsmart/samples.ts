import type { DescribedField } from './reference.ts'

/** A value of our side for a type of the reference, with how the wire writes it. */
export function sampleOf({ name, type }: DescribedField): { value: unknown; wire: string } {
  if (type === 'flag' || type === 'boolean') return { value: true, wire: '1' }
  if (type === 'date(d-m-Y)') return { value: '2026-03-02', wire: '02-03-2026' }
  if (type === 'date(Y-m-d)') return { value: '2026-03-02', wire: '2026-03-02' }
  if (type.startsWith('datetime') || type === 'timestamp')
    return { value: '2026-03-02 10:20:30', wire: '2026-03-02 10:20:30' }
  if (type.startsWith('time')) return { value: '10:20', wire: '10:20' }
  if (type.startsWith('decimal')) return { value: 12.5, wire: '12,50' }
  if (type === 'integer') return { value: 12, wire: '12' }
  const text = `${name} text`
  return { value: text, wire: text }
}

/** Fields that hold one value; the others hold records. */
export const isScalar = ({ type }: DescribedField) => !/^(array|object)/.test(type)

/** Names of a described field: five numbered ones, or one custom field, may stand in one line. */
export function namesOf({ name }: DescribedField): string[] {
  const [, stem = '', last = '0'] = /^(.*?)1\.\.(\d+)$/.exec(name) ?? []
  if (stem) return Array.from({ length: Number(last) }, (_, i) => `${stem}${i + 1}`)
  return [name.replace(/_N$/, '_1')]
}
