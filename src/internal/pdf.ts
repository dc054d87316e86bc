/** Bytes as text, one character each. */
export function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** Whether bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.slice(0, 5)) === '%PDF-'
}

/** Whether they also end as one does: a file that was cut does not. */
export function isWholePdf(bytes: Uint8Array): boolean {
  return isPdf(bytes) && latin(bytes.slice(-1024)).includes('%%EOF')
}
