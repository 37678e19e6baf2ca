import { createShortMemory, steadyClock } from "./short-memory.ts";

/**
 * Takes one of the places of a key. Returns a function that gives the place back, or undefined if
 * none is free.
 */
export type WindowLimit = (key: string) => (() => void) | undefined;

/**
 * Makes a function that gives every key `limit` places. Each is free again `windowMs` after it was
 * taken. If `limit` is 0, there are always places. Beyond `maxKeys`, the key that has been silent
 * longest is forgotten.
 */
export function createWindowLimit(
  { limit, windowMs, maxKeys }: { limit: number; windowMs: number; maxKeys: number },
  now = steadyClock,
): WindowLimit {
  if (limit === 0) return () => () => undefined;
  const memory = createShortMemory<number[]>(windowMs, maxKeys, now);
  return (key) => {
    const time = now();
    const taken = (memory.get(key) ?? []).filter((at) => time - at < windowMs);
    const isFree = taken.length < limit;
    if (isFree) taken.push(time);
    memory.set(key, taken);
    return isFree
      ? () => {
          const places = memory.get(key) ?? [];
          const place = places.indexOf(time);
          if (place !== -1) places.splice(place, 1);
        }
      : undefined;
  };
}
