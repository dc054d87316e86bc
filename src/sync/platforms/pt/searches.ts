import { ContractError } from '../../../errors/index.ts'
import { PAGE_SIZE } from '../../../pt/row-list.ts'

const MOST_PAGES = 200

/**
 * All rows of a search. Moloni also finds texts that only contain what is asked for, and gives so many at a time: the one that
 * is meant may lie behind them.
 */
export async function everyHit<Row>(
  ask: (page: { readonly qty: number; readonly offset: number }) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const hits: Row[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const rows = await ask({ qty: PAGE_SIZE, offset: page * PAGE_SIZE })
    hits.push(...rows)
    if (rows.length < PAGE_SIZE) return hits
  }
  throw new ContractError('A search does not come to an end.', 'too_many_pages')
}
