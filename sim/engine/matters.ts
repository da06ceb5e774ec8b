// Hot path: contacts that bring several matters. Contact n's number of matters is draw n of a stream of its own, and its time for
// the second, third … matter draw n of a stream for each: so a contact with more matters moves no draw of another.

import type { Matters } from "../model/model.ts";
import { drawDurations } from "../random/durations.ts";
import { PURPOSE, RETRIES, type Stream, type StreamKey } from "../random/stream.ts";
import type { Law } from "../scenario/schema.ts";

/**
 * Add the further matters of the day's contacts from..to of one type to their handle times, seconds.
 * @param number scratch with room for all contacts: how many matters; @param further scratch: the time of one more
 */
export function addMatters(
  { chances, furtherTakes }: Matters, law: Law, key: StreamKey, day: number, stream: Stream, retries: Stream,
  number: Uint8Array, further: Float64Array, handleTime: Float64Array, from: number, to: number,
): void {
  stream.restart(key, PURPOSE.matters, day);
  let most = 1;
  for (let i = from; i < to; i++) {
    const chance = stream.uniform();
    let matters = 1;
    while (chance >= chances[matters - 1]) matters++;
    number[i] = matters;
    if (matters > most) most = matters;
  }
  for (let matter = 2; matter <= most; matter++) {
    const purpose = PURPOSE.furtherMatters + matter;
    stream.restart(key, purpose, day);
    retries.restart(key, purpose ^ RETRIES, day);
    drawDurations(law, stream, retries, further, from, to);
    for (let i = from; i < to; i++) if (number[i] >= matter) handleTime[i] += furtherTakes * further[i];
  }
}
