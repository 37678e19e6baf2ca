import path from "node:path";
import type { ContentPage } from "../content-model/content-page.ts";
import type { SiteState } from "./site-state.ts";

/** The page of a content file, undefined for what no editor wrote. */
export function contentPage(state: SiteState, file: string): ContentPage | undefined {
  const wanted = path.resolve(file);
  return state.current().pages.find((page) => path.resolve(page.file) === wanted);
}
