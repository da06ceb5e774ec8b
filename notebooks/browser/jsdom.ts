// Stands in for jsdom in a page: charts are drawn with the browser's own document.

export class JSDOM {
  readonly window = globalThis;
}
