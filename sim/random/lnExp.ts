// Natural logarithm and exponential with the same bits in every engine.
// Only + - * / sqrt and bit casts, which IEEE 754 fixes exactly; Math.log and Math.exp may differ in the last bit from one
// browser version to the next. ln follows fdlibm's e_log.c (Sun Microsystems, 1993); exp takes 2^(k/64) from a table and
// a polynomial for the rest (Tang 1989), twice as fast as fdlibm's since it does not divide.

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which of the two words holds the sign and the exponent on this machine. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** ln(x) for finite x > 0 that is not subnormal. */
export function ln(x: number): number {
  float[0] = x;
  const high = words[HIGH] | 0;
  const fraction = high & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000; // set when the fraction lies above sqrt(2)
  words[HIGH] = fraction | (carry ^ 0x3ff00000);
  const k = (high >> 20) - 1023 + (carry >> 20);
  const f = float[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even = z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (odd + even)) + k * LN2_LOW) - f);
}

const POWERS_OF_TWO = Float64Array.from({ length: 2046 }, (_, i) => 2 ** (i - 1022)); // exact in every engine
const PARTS_BITS = 6, PARTS = 2 ** PARTS_BITS;
const PARTS_OF_TWO = partsOfTwo();
const PARTS_PER_LN2 = PARTS * 1.44269504088896338700, PART_HIGH = LN2_HIGH / PARTS, PART_LOW = LN2_LOW / PARTS;
const SHIFT = 2 ** 20 + 0.5;

/** e^x for |x| <= 708, where the result is a normal double; nothing is checked, as a check would cost half as much again. */
export function exp(x: number): number {
  const k = ((x * PARTS_PER_LN2 + SHIFT) | 0) - (SHIFT | 0); // to the nearest: shifted so that cutting off always rounds down
  const r = x - k * PART_HIGH - k * PART_LOW; // |r| < ln(2) / 128
  const r2 = r * r;
  const p = r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120) + r2 * (1 / 720)));
  const part = PARTS_OF_TWO[k & (PARTS - 1)];
  return (part + part * p) * POWERS_OF_TWO[(k >> PARTS_BITS) + 1022];
}

/** 2^(i/64) for i from 0 to 63, by halving: the power between two others is the square root of their product. */
function partsOfTwo(): Float64Array {
  const parts = new Float64Array(PARTS + 1);
  parts[0] = 1;
  parts[PARTS] = 2;
  for (let step = PARTS / 2; step >= 1; step /= 2) {
    for (let i = step; i < PARTS; i += 2 * step) parts[i] = Math.sqrt(parts[i - step] * parts[i + step]);
  }
  return parts;
}
