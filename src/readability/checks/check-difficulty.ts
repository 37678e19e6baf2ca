import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import { gulpease, formatIndex, type TextCounts } from "../gulpease.ts";
import { limitsOf } from "../limits.ts";
import type { PageReading } from "../read-page.ts";

/** Finds sections and pages whose Gulpease index is too low, or lower than it should be. */
export function checkDifficulty(page: PageReading): { errors: Finding[]; warnings: Finding[] } {
  const { gulpease: limitsByKind } = limitsOf(page);
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const judge = (kind: keyof typeof limitsByKind, name: string, line: number, text: TextCounts): void => {
    const index = gulpease(text);
    const limits = limitsByKind[kind];
    if (index === undefined || index >= limits.warning) return;
    const tooHard = index < limits.error;
    const required = tooHard ? limits.error : limits.warning;
    (tooHard ? errors : warnings).push({
      line,
      message: `${name}: ci vuole un indice Gulpease di almeno ${required}; qui c'è ${formatIndex(index)}; accorcia le frasi e scegli parole più corte`,
    });
  };
  judge("page", "pagina difficile", 1, page.counts);
  for (const section of page.sections) {
    judge("section", `sezione difficile, ${quote(section.label)}`, section.line, section.counts);
  }
  return { errors, warnings };
}
