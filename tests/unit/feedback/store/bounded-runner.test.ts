import { expect, it } from "vitest";
import { createBoundedRunner } from "../../../../src/feedback/store/bounded-runner.ts";

const stuck = () => new Promise<never>(() => undefined);

it("gives what the work gives, or throws", async () => {
  const { run } = createBoundedRunner({ deadlineMs: 10_000, maxPending: 1 });
  expect(await run(() => Promise.resolve(5))).toBe(5);
  await expect(run(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await run(() => Promise.resolve(6))).toBe(6);
});

it("does not wait beyond the deadline", async () => {
  const { run } = createBoundedRunner({ deadlineMs: 10, maxPending: 9 });
  await expect(run(stuck)).rejects.toMatchObject({ name: "StorageBusyError" });
});

it("takes no more work than it may, counting what missed its deadline until it ends", async () => {
  const { run } = createBoundedRunner({ deadlineMs: 10, maxPending: 1 });
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await expect(run(() => promise)).rejects.toThrow();
  let began = false;
  const work = () => {
    began = true;
    return Promise.resolve(1);
  };
  await expect(run(work)).rejects.toMatchObject({ name: "StorageBusyError" });
  expect(began).toBe(false);
  resolve(undefined);
  await promise;
  await expect.poll(() => run(work).catch(() => 0)).toBe(1);
});
