import * as z from "zod";
import { figuresSchema } from "./figures.ts";
import { selectionSchema } from "./selection.ts";

const day = z.iso.date();

const byLanguage = z.object({ lang: z.string(), figures: figuresSchema });

/** The figures of the words that a page had from a day on. */
const revisionSchema = z.object({
  lang: z.string(),
  firstDay: day.nullable().describe("Il primo giorno di queste parole; null se nessuno lo ha registrato"),
  isCurrent: z.boolean().describe("Vero per le parole che la pagina ha adesso"),
  figures: figuresSchema,
});

const pageReportSchema = z.object({
  page: z.string().describe("L’indirizzo della pagina in italiano. Le traduzioni contano con lei"),
  title: z.string(),
  isGone: z.boolean().describe("Vero se il sito non ha più questa pagina"),
  figures: figuresSchema.describe("Le valutazioni del periodo scelto"),
  before: figuresSchema
    .nullable()
    .describe("Le valutazioni sulle parole di prima; null se il periodo è un altro"),
  after: figuresSchema
    .nullable()
    .describe("Le valutazioni sulle parole di adesso, solo nelle lingue che hanno un prima"),
  changed: day.nullable().describe("Il giorno dell’ultima modifica delle parole"),
  daysSinceChange: z.int().nonnegative().nullable(),
  gulpease: z.number().nullable().describe("L’indice Gulpease, da 0 (difficile) a 100"),
  staleLanguages: z.array(z.string()).describe("Le lingue con una traduzione da aggiornare"),
  brokenLinks: z
    .string()
    .nullable()
    .describe("Quali collegamenti ad altri siti non portano più da nessuna parte, all’ultimo controllo"),
  newComments: z.int().nonnegative().describe("Quanti commenti nessuno ha ancora preso in carico"),
});
export type PageReport = z.output<typeof pageReportSchema>;

const alertSchema = z.object({
  kind: z.string(),
  page: z.string().describe("Vuoto se riguarda tutto il sito"),
  day,
  detail: z.string(),
});

/** The report of what citizens said, as `report.json` has it and as its pages show it. */
export const reportSchema = z
  .object({
    site: z.object({ title: z.string(), authority: z.string(), origin: z.string() }),
    made: z.iso.datetime().describe("Quando il rapporto è stato fatto"),
    selection: selectionSchema.describe("Che cosa è stato scelto"),
    figures: figuresSchema.describe("Tutte le valutazioni scelte"),
    weeks: z
      .array(z.object({ monday: day, ratings: z.int(), positive: z.int() }))
      .describe("Le settimane, dalla più vecchia. Quelle senza valutazioni mancano"),
    languages: z.array(byLanguage),
    pages: z.array(pageReportSchema).describe("Prima le pagine che vanno peggio con più certezza"),
    revisions: z.array(revisionSchema).describe("Prima e dopo ogni modifica, se è scelta una pagina"),
    alerts: z.array(alertSchema).describe("Gli avvisi degli ultimi 30 giorni"),
    comments: z.object({ new: z.int(), inHand: z.int(), done: z.int(), declined: z.int() }),
    suspects: z.int().nonnegative().describe("Quante valutazioni sospette sono tenute da parte"),
  })
  .meta({
    title: "Rapporto sui pareri",
    description: "Che cosa hanno detto i cittadini delle pagine del sito",
  });
export type Report = z.output<typeof reportSchema>;

/**
 * The JSON Schema of `report.json`.
 * @see https://json-schema.org/draft/2020-12
 */
export function reportJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportSchema) };
}
