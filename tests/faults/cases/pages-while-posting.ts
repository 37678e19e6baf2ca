import assert from "node:assert/strict";
import { closedLoop } from "../../benchmarks/load-generators.ts";
import type { LoadResult } from "../../benchmarks/load-generators.ts";
import { openPosters } from "../../benchmarks/load-work.ts";
import { createEmbeddedEngine } from "../engines.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";
import { readPagesElsewhere } from "./page-reader.ts";
import { withServer } from "./with-server.ts";

const CONNECTIONS = 200;
const MS = 6_000;
/** Connections that the database keeps up with, and so each of their posts is stored. */
const FEW_CONNECTIONS = 10;
/** The least share of what it stores for those that it must still store for all. */
const SHARE_STORED = 0.5;

/** Citizens read pages while many times what the embedded database can store is posted. */
export const pagesWhilePosting: FaultCase<EmbeddedContext> = {
  name: "pages while 200 connections post",
  async run({ outputDir, tell }) {
    const engine = await createEmbeddedEngine();
    try {
      await withServer(outputDir, engine.environment, async (server, client) => {
        await client.get("/servizi/");
        const few = await openPosters(server.origin, FEW_CONNECTIONS);
        const capacity = storedASecond(await closedLoop(few.work, MS));
        few.close();
        const posters = await openPosters(server.origin, CONNECTIONS);
        const [pages, posts] = await Promise.all([
          readPagesElsewhere(server.origin, MS),
          closedLoop(posters.work, MS),
        ]);
        posters.close();
        const outcomes = [...posts.outcomes].map(([outcome, count]) => `${outcome}: ${count}`).join(", ");
        const share = storedASecond(posts) / capacity;
        tell(`${pages.summary}; posts ${outcomes}, stored ${share.toFixed(2)} of the capacity`);
        assert.ok(pages.pages > 0 && pages.failed === 0, pages.summary);
        assert.ok(share >= SHARE_STORED, `only ${share.toFixed(2)} of the capacity was stored`);
      });
    } finally {
      await engine.remove();
    }
  },
};

function storedASecond({ outcomes, seconds }: LoadResult): number {
  return (outcomes.get(201) ?? 0) / seconds;
}
