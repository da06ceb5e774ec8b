// The one algorithm of seedrandom that is used here; the package's own types cover only its main entry.
declare module "seedrandom/lib/alea.js" {
  /** A generator seeded by the text; `int32()` gives its next signed 32-bit word. */
  export default function alea(seed: string): { int32(): number };
}
