import { FLAGSHIP } from "./flagship.ts";

/**
 * The site that the browser tests read: its own folder, and the folder where `npm run build:tests` builds it. It is
 * {@link FLAGSHIP} unless `SITE_DIR` and `OUTPUT_DIR` say otherwise; programs that a test starts read the same variables.
 */
process.env["SITE_DIR"] ??= FLAGSHIP;
process.env["OUTPUT_DIR"] ??= ".cache/flagship";
export const siteUnderTest = { folder: process.env["SITE_DIR"], output: process.env["OUTPUT_DIR"] };
