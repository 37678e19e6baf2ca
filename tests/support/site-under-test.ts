import { FLAGSHIP } from "./flagship.ts";

/**
 * The folder of the site that the browser tests read, and the folder where `npm run build:tests`
 * builds it. The default is {@link FLAGSHIP}. `SITE_DIR` and `OUTPUT_DIR` choose another, also for
 * child processes.
 */
process.env["SITE_DIR"] ??= FLAGSHIP;
process.env["OUTPUT_DIR"] ??= ".cache/flagship";
export const siteUnderTest = { folder: process.env["SITE_DIR"], output: process.env["OUTPUT_DIR"] };
