import type { Row } from '../state.ts'

/** Id, ISO code, symbol, names, units to one euro. */
const list: readonly (readonly [
  id: number,
  iso: string,
  symbol: string,
  pt: string,
  es: string,
  en: string,
  rate: number,
])[] = [
  [1, 'EUR', '€', 'Euro', 'Euro', 'Euro', 1],
  [2, 'USD', '$', 'Dólar americano', 'Dólar estadounidense', 'US dollar', 1.0832],
  [3, 'GBP', '£', 'Libra esterlina', 'Libra esterlina', 'Pound sterling', 0.8571],
  [4, 'CHF', 'CHF', 'Franco suíço', 'Franco suizo', 'Swiss franc', 0.9614],
  [5, 'BRL', 'R$', 'Real', 'Real brasileño', 'Brazilian real', 5.4417],
]

export const currencies: readonly Row[] = list.map(([currencyId, iso4217, symbol, pt, es, en]) => ({
  currencyId,
  iso4217,
  symbol,
  name: { pt, es, en },
  description: { pt, es, en },
  abbreviation: iso4217,
  symbolPosition: 1,
  visible: 1,
  numberDecimalPlaces: 2,
  largeCurrency: 0,
  deletable: false,
}))

/** From every currency to every other one: units of the second to one of the first. */
export const currencyExchanges: readonly Row[] = list.flatMap(([fromId, from, , , , , fromRate], row) =>
  list.flatMap(([toId, to, , , , , toRate], column) =>
    row === column
      ? []
      : [
          {
            currencyExchangeId: 1 + row * list.length + column,
            pair: `${from} ${to}`,
            name: `${from}/${to}`,
            exchange: Number((toRate / fromRate).toFixed(6)),
            visible: 1,
            fromId,
            toId,
          },
        ],
  ),
)
