import type { Config } from "@netlify/functions";
import { netlifyHealth } from "../feedback/netlify-runtime.ts";

/** The platform asks for a default export. */
export default (request: Request): Promise<Response> => netlifyHealth(request);

export const config: Config = { path: "/api/health" };
