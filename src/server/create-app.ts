import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { ClientAddress } from "../feedback/client-address.ts";
import type { FeedbackHandler } from "../feedback/handler.ts";
import { HEALTH_ENDPOINT } from "../feedback/health.ts";
import type { HealthHandler } from "../feedback/health.ts";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import { createStaticSite } from "./static-site.ts";

export interface AppDeps {
  /** The folder of the built site. */
  outputDir: string;
  feedback: FeedbackHandler;
  health: HealthHandler;
  clientAddress: ClientAddress;
}

/** The site, its feedback endpoint and its health check as one application. */
export function createApp({
  outputDir,
  feedback,
  health,
  clientAddress,
}: AppDeps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all(FEEDBACK_ENDPOINT, ({ req, env }) =>
    feedback(req.raw, {
      ip: clientAddress(env.incoming.socket.remoteAddress, req.header("x-forwarded-for")),
    }),
  );
  app.all(HEALTH_ENDPOINT, ({ req }) => health(req.raw));
  app.route("/", createStaticSite(outputDir));
  return app;
}
