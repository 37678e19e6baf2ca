/**
 * A whole site in eleven languages, frozen: a copy of real content that no editor changes, so that what an office corrects on
 * its own pages fails no test of the generator.
 */
export const FLAGSHIP = "tests/sites/flagship";
