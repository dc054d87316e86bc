import type { Json } from '../../http/json.ts'
import { isUpload } from '../scalars.ts'
import { type EsState, takeId } from '../state.ts'

/** Puts an uploaded image on the media host, for everybody; its path there. */
export function storeImage(state: EsState, folder: string, upload: Json): string {
  if (!isUpload(upload)) return ''
  const ending = /\.\w+$/.exec(upload.filename)?.[0] ?? ''
  const path = `/publicassets/${folder}/${takeId(state)}${ending}`
  state.media[path] = { type: upload.type, base64: upload.base64, private: false }
  return path
}
