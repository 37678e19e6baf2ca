/** A clock in milliseconds that nobody sets: not the epoch, and never back. */
export type SteadyClock = () => number;

/** The clock of the limits. The time of day may be set back, and this one does not follow. */
export const steadyClock: SteadyClock = () => performance.now();

/** Values under keys, of which each is forgotten some time after it was last set. */
export interface ShortMemory<Value> {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
}

/**
 * Makes a memory that ends. A key dies `lifeMs` after it was last set, by a timer, even if nobody
 * asks for anything again. Beyond `maxKeys`, the key that was set longest ago is forgotten.
 */
export function createShortMemory<Value>(
  lifeMs: number,
  maxKeys: number,
  now: SteadyClock = steadyClock,
): ShortMemory<Value> {
  /** In the order in which they were last set, the oldest first. */
  const entries = new Map<string, { value: Value; setAt: number }>();
  let timer: NodeJS.Timeout | undefined;
  return {
    get(key) {
      forget();
      return entries.get(key)?.value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, setAt: now() });
      forget();
    },
  };

  function forget(): void {
    const time = now();
    for (const [key, { setAt }] of entries) {
      if (entries.size <= maxKeys && time - setAt < lifeMs) break;
      entries.delete(key);
    }
    const [oldest] = entries.values();
    if (!oldest || timer) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        forget();
      },
      lifeMs - (time - oldest.setAt),
    );
    timer.unref();
  }
}
