/** Names that nobody can own: https://www.rfc-editor.org/rfc/rfc6761 */
const RESERVED_NAME = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/;

/** True for a host that only stands for a real one, so that a site with it is not ready. */
export function isReservedName(hostname: string): boolean {
  return RESERVED_NAME.test(hostname);
}
