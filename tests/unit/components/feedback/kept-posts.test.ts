import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepPost, keptPosts, replaceKept } from "../../../../_includes/components/feedback/kept-posts.ts";
import type { FeedbackPost } from "../../../../src/shared/feedback-contract.ts";

const HOUR_MS = 3_600_000;

function post(id: string, more: Partial<FeedbackPost> = {}): FeedbackPost {
  return { id, page: "/", rating: 4, lang: "it", formVersion: "a", pageRevision: "b", ...more };
}

function ids(): string[] {
  return keptPosts().map(({ post }) => post.id);
}

/** The part of a browser's storage that the module uses. */
function memoryStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:00:00Z") });
  vi.stubGlobal("localStorage", memoryStorage());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the posts that wait on the device", () => {
  it("are 20 at the most: the oldest goes", () => {
    for (let number = 1; number <= 21; number++) keepPost(post(`${number}`));
    expect(ids()).toHaveLength(20);
    expect(ids()[0]).toBe("2");
  });

  it("wait for 24 hours at the most", () => {
    keepPost(post("old"));
    vi.advanceTimersByTime(24 * HOUR_MS - 1);
    expect(ids()).toEqual(["old"]);
    vi.advanceTimersByTime(1);
    expect(ids()).toEqual([]);
  });

  it("do not wait longer because a clock was set back", () => {
    keepPost(post("future"));
    vi.setSystemTime(Date.now() - 25 * HOUR_MS);
    expect(ids()).toEqual([]);
  });

  it("take the place and the age of their first step", () => {
    keepPost(post("one"));
    vi.advanceTimersByTime(23 * HOUR_MS);
    keepPost(post("one", { comment: "Secondo passo" }));
    expect(keptPosts()).toMatchObject([{ post: { id: "one", comment: "Secondo passo" } }]);
    vi.advanceTimersByTime(HOUR_MS);
    expect(ids()).toEqual([]);
  });

  it("leave nothing on the device when the last one is erased", () => {
    keepPost(post("one"));
    replaceKept("one");
    expect(localStorage.getItem("feedback-outbox")).toBeNull();
  });

  it("are none when the stored data cannot be read", () => {
    localStorage.setItem("feedback-outbox", "not JSON");
    expect(keptPosts()).toEqual([]);
    expect(keepPost(post("one"))).toBe(true);
  });

  it("are none when storage is denied, which keeping says", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(keepPost(post("one"))).toBe(false);
    expect(keptPosts()).toEqual([]);
  });

  it("stay when there is no room for one more, which keeping says", () => {
    keepPost(post("one"));
    localStorage.setItem = () => {
      throw new DOMException("", "QuotaExceededError");
    };
    expect(keepPost(post("two"))).toBe(false);
    expect(ids()).toEqual(["one"]);
  });
});
