/**
 * Follows a dotted path through plain objects. An array on the path ends it, as in the national
 * validator.
 */
export function valueAt(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, data);
}
