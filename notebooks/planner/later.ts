// Values for what is slow to draw: handed on late, so that what matters more is seen first.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Shown } from "./state.ts";

/** Numbers that stay old for so long fade; a flicker with every move of a finger would say less than the word that stands beside them at once. */
export const FADES_AFTER = 150; // ms

const SPACING = 32; // ms between two drawings at least: every other frame is left for the finger

/** A value once the frame has been shown that came with it, at most every other frame; the last one always comes. */
export function useAfterPaint<T extends object | null>(value: T): T {
  const [drawn, draw] = useState(value), last = useRef(-Infinity);
  useEffect(() => {
    const hand = () => {
      last.current = performance.now();
      draw(value);
    };
    const wait = last.current + SPACING - performance.now();
    if (wait <= 0) {
      hand();
      return undefined;
    }
    const timer = setTimeout(hand, wait);
    return () => clearTimeout(timer);
  }, [value]);
  return drawn;
}

/** A value once no newer plan has come for so long; the last one always comes. */
export function useRested(value: Shown | null, ms: number): Shown | null {
  const [rested, rest] = useState(value), began = useRef({ plan: value?.plan, at: 0 });
  if (began.current.plan !== value?.plan) began.current = { plan: value?.plan, at: performance.now() };
  useEffect(() => {
    const timer = setTimeout(() => rest(value), Math.max(0, began.current.at + ms - performance.now()));
    return () => clearTimeout(timer);
  }, [value]);
  return rested ?? value;
}

/** Whether something has been so for a while: what comes and goes in between is not told. */
export function useLasting(is: boolean, ms: number): boolean {
  const [lasting, last] = useState(false);
  useEffect(() => {
    if (!is) {
      last(false);
      return undefined;
    }
    const timer = setTimeout(() => last(true), ms);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasting;
}

const DRAW_AFTER = 60, A_FRAME = 16; // ms, so that the answer is seen first, and a finger is heard in between

/**
 * What is slow to draw, one piece a frame after the answer stands. Pieces of an older value stay until they are drawn anew, or all of this one are.
 * @param of null where there is nothing to draw yet @param place by which the same piece of another value is known
 */
export function useDrawnInTurn<Of extends object, Piece extends { readonly of: Of }>(of: Of | null, draw: (of: Of) => Generator<Piece>, place: (piece: Piece) => unknown): readonly Piece[] {
  const [drawn, set] = useState<readonly Piece[]>([]);
  useEffect(() => {
    if (of === null) return undefined;
    const pieces = draw(of), next = () => {
      const made = pieces.next();
      if (made.done === true) {
        set((all) => all.filter((piece) => piece.of === of));
        return;
      }
      const { value } = made, isSame = (piece: Piece) => place(piece) === place(value);
      set((all) => (all.some(isSame) ? all.map((piece) => (isSame(piece) ? value : piece)) : [...all, value]));
      timer = setTimeout(next, A_FRAME);
    };
    let timer = setTimeout(next, DRAW_AFTER);
    return () => clearTimeout(timer);
  }, [of]);
  return drawn;
}
