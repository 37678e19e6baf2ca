import assert from "node:assert/strict";
import { closedLoop } from "../../benchmarks/load-generators.ts";
import { openPosters } from "../../benchmarks/load-work.ts";
import { createEmbeddedEngine } from "../engines.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { readPagesElsewhere } from "./page-reader.ts";
import { withServer } from "./with-server.ts";

const CONNECTIONS = 200;
const MS = 6_000;

/** Citizens read pages while the embedded database has all that it can do. */
export const pagesWhilePosting: FaultCase<EmbeddedContext> = {
  name: "pages while 200 connections post",
  async run({ outputDir, tell }) {
    const engine = await createEmbeddedEngine();
    try {
      await withServer(outputDir, engine.environment, async (server, client) => {
        await client.get("/servizi/");
        const posters = await openPosters(server.origin, CONNECTIONS);
        const [pages, posts] = await Promise.all([
          readPagesElsewhere(server.origin, MS),
          closedLoop(posters.work, MS),
        ]);
        posters.close();
        const outcomes = [...posts.outcomes].map(([outcome, count]) => `${outcome}: ${count}`).join(", ");
        tell(`${pages.summary}; posts ${outcomes} in ${posts.seconds.toFixed(0)} s`);
        assert.ok(pages.pages > 0 && pages.failed === 0, pages.summary);
        assert.ok((posts.outcomes.get(201) ?? 0) > 0, "no post was stored");
      });
    } finally {
      await engine.remove();
    }
  },
};
