import { z } from "zod";
import { text } from "./scalars.ts";

const topic = z.strictObject({ name: text, description: text.optional() });

/** `topics.json`: the controlled vocabulary of subjects, no name twice. */
export const topics = z.array(topic).superRefine((list, context) => {
  list.forEach((entry, index) => {
    if (list.findIndex(({ name }) => name === entry.name) === index) return;
    const message = "ogni argomento una volta sola";
    context.addIssue({ code: "custom", path: [index, "name"], message, input: entry.name });
  });
});

export type Topic = z.infer<typeof topic>;
