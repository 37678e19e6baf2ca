/**
 * A complete frozen site in eleven languages. It is a copy of real contents that no editor changes,
 * so that an office's corrections break no test of the generator.
 */
export const FLAGSHIP = "tests/sites/flagship";
