import { expect, it } from "vitest";
import { ratedPages } from "../../../src/feedback/report/rated-pages.ts";
import { answersFor, isRating } from "../../../src/shared/feedback-contract.ts";
import { inventPosts } from "../../../src/tasks/demo-posts.ts";
import { SITE } from "../../support/feedback.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const PAGES = ratedPages(SITE.manifest);

it("invents the same year of posts from the same seed, and another from another", () => {
  expect(inventPosts(PAGES, NOW)).toEqual(inventPosts(PAGES, NOW));
  expect(inventPosts(PAGES, NOW, 2)).not.toEqual(inventPosts(PAGES, NOW));
});

it("invents posts that the form could have sent, of the year until now", () => {
  const { posts, revisions } = inventPosts(PAGES, NOW);
  const known = new Set(revisions.map(({ page, revision }) => `${page} ${revision}`));
  expect(posts.length).toBeGreaterThan(500);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
  for (const { rating, answer, created_at, page, page_revision, lang } of posts) {
    expect(isRating(rating) && (answer === null || answersFor(rating).some((fit) => fit === answer))).toBe(
      true,
    );
    expect(Date.parse(created_at)).toBeLessThanOrEqual(NOW.getTime());
    expect(Date.parse(created_at)).toBeGreaterThan(NOW.getTime() - 367 * 86_400_000);
    expect(SITE.manifest.pages.get(page)?.lang).toBe(lang);
    expect(known).toContain(`${page} ${page_revision}`);
  }
});
