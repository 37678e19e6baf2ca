/** Keeps what was made from each file, until the file's bytes change. */
export interface FileCache<Value> {
  of(source: { file: string; bytes: Uint8Array }, make: () => Value): Value;
}

/** Creates an empty cache, which keeps one value per file. */
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
