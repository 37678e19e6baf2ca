import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as keptPosts from "../../../../../_includes/components/feedback/kept-posts.ts";
import { createOutbox } from "../../../../../_includes/components/feedback/outbox/outbox.ts";
import type { Reply } from "../../../../../_includes/components/feedback/post.ts";
import type { FeedbackPost } from "../../../../../src/shared/feedback-contract.ts";

const FIRST: FeedbackPost = {
  id: "6f9619ff-8b86-4d11-b42d-00c04fc964ff",
  page: "/servizi/",
  rating: 2,
  lang: "it",
  formVersion: "01234567",
  pageRevision: "0123456789ab",
};

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("document", { querySelectorAll: () => [] });
  vi.stubGlobal("window", globalThis);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("keeps a second step that takes the place of the first while that is on its way", async () => {
  const reply = Promise.withResolvers<Reply>();
  const sent: FeedbackPost[] = [];
  const send = (post: FeedbackPost): Promise<Reply> => {
    sent.push(post);
    return sent.length === 1 ? reply.promise : Promise.resolve({ status: 200, retryAfter: null });
  };
  const outbox = createOutbox({ ...keptPosts, send });
  outbox.keep(FIRST);
  outbox.resume();
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1);
  });

  outbox.keep({ ...FIRST, comment: "Secondo passo" });
  reply.resolve({ status: 201, retryAfter: null });

  await vi.waitFor(() => {
    expect(sent.map(({ comment }) => comment)).toEqual([undefined, "Secondo passo"]);
    expect(keptPosts.keptPosts()).toEqual([]);
  });
});
