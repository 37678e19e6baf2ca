/** What was made of each file the last time: it is made again only of other bytes. */
export interface FileCache<Value> {
  of(source: { file: string; bytes: Uint8Array }, make: () => Value): Value;
}

/** A cache without anything in it. It keeps one value a file. */
export function fileCache<Value>(): FileCache<Value> {
  const known = new Map<string, { bytes: Uint8Array; value: Value }>();
  return {
    of({ file, bytes }, make) {
      const last = known.get(file);
      if (last && Buffer.compare(last.bytes, bytes) === 0) return last.value;
      const value = make();
      known.set(file, { bytes, value });
      return value;
    },
  };
}
