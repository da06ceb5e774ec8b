// Chances, or expected numbers, by how many agents are late (they should have left, but finish a contact) and how many wait.

/** rows[late][waiting]; all rows are equally long. */
export type Rows = Float64Array[];

export function emptyRows(late: number, width: number): Rows {
  return Array.from({ length: late }, () => new Float64Array(width));
}

/** The same in rows of another length; what does not fit is dropped. */
export function fitted(rows: Rows, width: number): Rows {
  return rows.map((row) => {
    const out = new Float64Array(width);
    out.set(row.length > width ? row.subarray(0, width) : row);
    return out;
  });
}

export function sumOf(rows: Rows): number {
  let sum = 0;
  for (const row of rows) for (let i = 0; i < row.length; i++) sum += row[i];
  return sum;
}

/** The length of rows that it takes to hold every entry above `least`, and at least 1. */
export function usedWidth(rows: Rows, least: number): number {
  let width = 1;
  for (const row of rows) for (let i = row.length - 1; i >= width; i--) if (row[i] > least) width = i + 1;
  return width;
}

/** How many rows it takes to hold every entry above `least`, and at least 1. */
export function usedRows(rows: Rows, least: number): number {
  let count = rows.length;
  while (count > 1 && !rows[count - 1].some((value) => value > least)) count--;
  return count;
}

/** The first row after that of nobody late that holds an entry above zero; the number of rows where none does. */
export function firstLate(rows: Rows): number {
  let late = 1;
  while (late < rows.length && !rows[late].some((value) => value > 0)) late++;
  return late;
}

/** The first place of a row at which any holds an entry above `least`; the last place where none does. */
export function firstPlace(rows: Rows, least: number): number {
  let first = rows[0].length - 1;
  for (const row of rows) for (let i = 0; i < first; i++) if (row[i] > least) first = i;
  return first;
}

/** The sum of both times a factor, in rows as many and as long as the longer. */
export function plus(a: Rows, b: Rows, factor: number): Rows {
  const width = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0), sum = emptyRows(Math.max(a.length, b.length), width);
  a.forEach((row, late) => sum[late].set(row));
  b.forEach((row, late) => row.forEach((value, i) => { sum[late][i] += factor * value; }));
  return sum;
}
