/**
 * Remembers the result of each call, for as long as the function that it returns is kept. The
 * result must depend on nothing but the values, which JSON must be able to tell apart.
 */
export function memoize<Values extends readonly unknown[], Result>(
  compute: (...values: Values) => Result,
): (...values: Values) => Result {
  const results = new Map<string, Result>();
  return (...values) => {
    const key = JSON.stringify(values);
    const result = results.get(key) ?? compute(...values);
    results.set(key, result);
    return result;
  };
}

/**
 * Remembers the result for each object, for as long as something else keeps the object. The result
 * must not be undefined.
 */
export function memoizeByIdentity<Value extends object, Result>(
  compute: (value: Value) => Result,
): (value: Value) => Result {
  const results = new WeakMap<Value, Result>();
  return (value) => {
    const result = results.get(value) ?? compute(value);
    results.set(value, result);
    return result;
  };
}
