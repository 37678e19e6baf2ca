import type { Problem } from "../content-model/problems/problem.ts";

/** What a check has to say about a line of the page that it was given. */
export type Finding = Omit<Problem, "file">;
