/** What a barcode of so many digits is. */
const TYPES: Readonly<Record<number, string>> = { 12: 'UPCA', 13: 'EAN13' }

/** Moloni's kind of identification for a barcode; undefined for what is none. */
export const identificationType = (barcode: string | undefined): string | undefined =>
  barcode && /^\d+$/.test(barcode) ? TYPES[barcode.length] : undefined
