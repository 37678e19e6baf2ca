import type { Config, Context } from "@netlify/functions";
import { netlifyFeedback } from "../feedback/netlify-runtime.ts";

/** The platform asks for a default export. */
export default (request: Request, { ip }: Context): Promise<Response> => netlifyFeedback(request, { ip });

export const config: Config = { path: "/api/feedback" };
