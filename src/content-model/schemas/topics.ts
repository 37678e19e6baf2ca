import { z } from "zod";
import { quote } from "../problems/wording.ts";
import { nameText, sentences, text } from "./scalars.ts";
import { slugify } from "./slug.ts";

const topic = z.strictObject({
  /** The address of the topic's page is made from it. */
  name: nameText.refine((name) => name === "" || slugify(name) !== "", {
    error: "un nome con almeno una lettera o una cifra, che dà l'indirizzo alla pagina",
  }),
  description: sentences.optional(),
});

const withName = z.object({ name: text });

/** `topics.json`: the list of topics. No two names may lead to the same address. */
export const topics = z.array(topic).superRefine(
  (list, context) => {
    const seen = new Map<string, string>();
    list.forEach((entry, index) => {
      const name = withName.safeParse(entry).data?.name;
      const address = name === undefined ? "" : slugify(name);
      if (name === undefined || address === "") return;
      const other = seen.get(address);
      if (other === undefined) {
        seen.set(address, name);
        return;
      }
      const message =
        other === name
          ? "ogni argomento una volta sola"
          : `un nome che non dà lo stesso indirizzo di ${quote(other)} (${address})`;
      context.addIssue({ code: "custom", path: [index, "name"], message, input: name });
    });
  },
  { when: ({ value }) => Array.isArray(value) },
);

export type Topic = z.infer<typeof topic>;
