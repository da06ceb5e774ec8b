// A zip archive notes when each of its files was packed. A workbook of the same results should be the same bytes, so the times go.

const END = 0x06054b50, DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22, NEW_YEAR_1980 = 0x0021_0000; // the date in the upper half, the time of day in the lower

/** The archive, in place, with the first moment that the format can write as the time of all its files. It must be without a comment. */
export function withFixedTime(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength), end = zip.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error("the workbook has no zip directory at its end");
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) throw new Error("the workbook's zip directory is broken");
    view.setUint32(entry + 12, NEW_YEAR_1980, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, NEW_YEAR_1980, true); // and in front of the file itself
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return zip;
}
