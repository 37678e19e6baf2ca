import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { crashRun } from "../../../faults/crash-run.ts";
import { createEmbeddedEngine } from "../../../faults/engines.ts";
import { writeBuiltSite } from "../../../support/feedback.ts";

it("acknowledged posts survive kill -9: each is one whole row, and nothing else is stored", async () => {
  const outputDir = await mkdtemp(join(tmpdir(), "site-"));
  const engine = await createEmbeddedEngine();
  try {
    await writeBuiltSite(outputDir);
    const { acknowledged, violations } = await crashRun({ engine, outputDir, seed: Date.now(), kills: 2 });
    expect(violations).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
  } finally {
    await engine.remove();
    await rm(outputDir, { recursive: true });
  }
});
