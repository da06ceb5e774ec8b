// What people type, brought into the form that the scenario file has. What makes no sense is left as it is: the file's own rules say why.

/** "5:30", "5 min 30 sec", "5.5 minutes" as "5m30s" or "5.5m". */
export function typedDuration(text: string): string {
  const plain = text.trim().toLowerCase().replace(/hours?|hrs?/g, "h").replace(/min(ute)?s?/g, "m").replace(/sec(ond)?s?/g, "s").replace(/\s+/g, "");
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(plain);
  return clock === null ? plain : `${clock[1]}m${clock[2]}s`;
}

/** "80", "80 %" as "80%". */
export function typedShare(text: string): string {
  const plain = text.replace(/\s+/g, "");
  return /^\d+(\.\d+)?$/.test(plain) && Number(plain) > 1 ? `${plain}%` : plain;
}

/** "1,200" as a number; what is none stays text. */
export function typedNumber(text: string): number | string {
  const plain = text.trim().replace(/(?<=\d)[,\s](?=\d{3}\b)/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text.trim();
}

/** The numbers of a column copied from a spreadsheet: of each line that ends in one, the last. Decimal commas are read where they can be nothing else. */
export function typedColumn(text: string): number[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const cell = line.trim().split(/\t|;| {2,}/).at(-1)?.trim() ?? "", number = typedNumber(/^\d+,\d{1,2}$/.test(cell) ? cell.replace(",", ".") : cell);
    return typeof number === "number" && number >= 0 ? [number] : [];
  });
}
