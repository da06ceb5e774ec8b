// Stands in for write-excel-file's Node edition in a page: the browser's edition, with the same way of taking the bytes.

import writeWorkbook, { type Sheet } from "write-excel-file/browser";

export type { Sheet };

export default function write(sheets: Sheet<never>[]): { readonly toBuffer: () => Promise<Uint8Array> } {
  return { toBuffer: async () => new Uint8Array(await (await writeWorkbook(sheets).toBlob()).arrayBuffer()) };
}
