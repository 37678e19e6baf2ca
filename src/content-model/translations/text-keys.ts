/** The texts of front matter, which a translation has of its own; the list `changes` has a text in each entry. */
export const TEXT_KEYS = [
  "title",
  "navTitle",
  "description",
  "serviceType",
  "audience",
  "inactiveReason",
] as const;

/** Facts of front matter, which stand once, in the source language. */
export const FACT_KEYS = [
  "layout",
  "updated",
  "category",
  "topics",
  "contacts",
  "active",
  "published",
  "section",
] as const;
