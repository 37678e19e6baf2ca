import { z } from "zod";
import type { SourceDocument, ValuePath } from "../documents/source-document.ts";
import { textsAt } from "../documents/texts-at.ts";
import type { Problem } from "../problems/problem.ts";

const noDeclaration = z.object({ accessibilityDeclaration: z.null() });
const noAddress = z.object({ authority: z.object({ address: z.record(z.string(), z.string().nullable()) }) });

/** What a site may lack while it is being prepared, but not when it goes live. */
export function siteWarnings(site: SourceDocument | undefined): Problem[] {
  if (!site) return [];
  const warn = (path: ValuePath, message: string): Problem => ({
    file: site.file,
    line: site.lineOf(path),
    message,
  });
  const address = noAddress.safeParse(site.value).data?.authority.address ?? {};
  return [
    ...textsAt(site, ["origin"])
      .filter(({ text }) => URL.parse(text)?.hostname.endsWith(".example"))
      .map(({ text, path }) =>
        warn(path, `prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «${text}»`),
      ),
    ...Object.entries(address)
      .filter(([, part]) => part === null)
      .map(([key]) =>
        warn(
          ["authority", "address", key],
          `prima di pubblicare ci vuole «${key}» dell'ente; qui non c'è niente`,
        ),
      ),
    ...(noDeclaration.safeParse(site.value).success
      ? [
          warn(
            ["accessibilityDeclaration"],
            "prima di pubblicare ci vuole l'indirizzo della dichiarazione di accessibilità; qui non c'è niente",
          ),
        ]
      : []),
  ];
}
