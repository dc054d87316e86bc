/** Whether a postal code has the form that Moloni asks for in Portugal, `NNNN-NNN`. */
export const isPortuguesePostalCode = (text: string): boolean => /^\d{4}-\d{3}$/.test(text)
