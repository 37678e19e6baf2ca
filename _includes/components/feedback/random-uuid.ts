/**
 * Makes a version 4 UUID. `crypto.randomUUID` exists only on secure origins, and an authority may
 * serve plain HTTP on its intranet.
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.4
 */
export function randomUuid(source: Pick<Crypto, "getRandomValues"> = crypto): string {
  // Each 0 becomes a random digit, and the 8 becomes 8, 9, a or b.
  return "00000000-0000-4000-8000-000000000000".replace(/[08]/g, (digit) => {
    const [random = 0] = source.getRandomValues(new Uint8Array(1));
    return (digit === "8" ? 8 | (random & 3) : random & 15).toString(16);
  });
}
