import { basename } from "node:path/posix";
import { z } from "zod";
import { siteToday } from "../../shared/site-today.ts";
import type { SourceDocument } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { checked, trustedUntil } from "../schemas/checked.ts";

const withChecked = z.object({ checked });

/**
 * Warns when the office that knows should look at a contact again. What it confirmed may still be
 * right, so this never stops the build.
 */
export function overdueConfirmations(contact: SourceDocument): Problem[] {
  const found = withChecked.safeParse(contact.value).data?.checked;
  const today = siteToday(process.env).toISOString().slice(0, 10);
  if (!found || trustedUntil(found) >= today) return [];
  const { file } = contact;
  const { by, on, everyMonths } = found;
  const often = everyMonths === 1 ? "ogni mese" : `ogni ${everyMonths} mesi`;
  const command = `npm run confirm -- ${basename(file, ".json")}`;
  return [
    {
      file,
      line: contact.lineOf(["checked", "on"]),
      message: `contatto da ricontrollare: ci vuole una conferma di ${quote(by)} ${often}; qui l'ultima è del ${on}. Se è ancora tutto giusto, scrivi «${command}»`,
    },
  ];
}
