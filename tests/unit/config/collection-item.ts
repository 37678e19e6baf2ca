import type { CollectionApi, CollectionItem } from "@11ty/eleventy";

/** A page as Eleventy hands it to collections and filters. */
export function item(url: string, data: Record<string, unknown> = {}): CollectionItem {
  return { url, inputPath: `.${url}index.md`, data };
}

/** Eleventy's view of all pages while it builds collections. */
export function collectionOf(items: CollectionItem[]): CollectionApi {
  return { getAll: () => [...items] };
}
