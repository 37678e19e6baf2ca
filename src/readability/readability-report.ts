import { countText, gulpease, formatIndex, type TextCounts } from "./gulpease.ts";
import { limitsOf, MAX_WORD_LETTERS } from "./limits.ts";
import { proseOf, type PageReading } from "./read-page.ts";

const {
  gulpease: { page: PAGE, section: SECTION },
  maxSentenceWords,
} = limitsOf({ easy: false });
const easy = limitsOf({ easy: true });

const INTRODUCTION = `# Quanto si leggono bene le pagine

L'indice Gulpease va da 0 a 100, e un testo con
un indice più alto è più facile. Chi ha la licenza media legge bene da solo un testo che supera 60.

\`Gulpease = 89 + (300 × frasi − 10 × lettere) / parole\`

\`npm run check:content\` dà un errore sotto ${SECTION.error} per una sezione e sotto ${PAGE.error} per una pagina, e un avviso sotto ${SECTION.warning} e sotto ${PAGE.warning}.
Dà un avviso anche per le frasi con più di ${maxSentenceWords} parole e per le parole con più di ${MAX_WORD_LETTERS} lettere.

Una versione facile (\`layout: easy\`) ha regole più strette: un errore sotto ${easy.gulpease.page.error}, per ogni sezione e per la pagina, e un
errore se una riga non ha una frase sola. L'avviso per le frasi arriva sopra le ${easy.maxSentenceWords} parole.

## Come sono contati frasi, parole e lettere

- Una frase finisce con un punto, un punto interrogativo o esclamativo, oppure alla fine di un paragrafo o di una voce di
  elenco. I due punti e il punto e virgola non la chiudono. Il punto di un'abbreviazione («art.», «sig.») nemmeno.
- Una parola è separata da spazi, punteggiatura o apostrofi: «l'operatore» sono due parole. Un numero è una parola, e le
  sue cifre contano come lettere: «0571 878778» sono due parole, «9:00» è una.
- La descrizione in alto nella pagina conta. Un riferimento a un fatto, come \`{{telefono:…}}\`, conta con il testo che
  compare. Gli orari contano sempre come «dal lunedì al venerdì dalle 9:00 alle 11:00»: l'indice di una pagina non deve
  cambiare se cambiano gli orari.
- Titoli, celle delle tabelle e testi delle immagini non hanno frasi: non contano, ma le loro parole sono controllate.
- Un indice oltre 100 è scritto 100. I decimali sono tagliati.

## Che cosa non è letto, e perché

- Il testo della licenza: è un testo di legge, che il modello dei siti comunali vuole parola per parola.
- La linea telefonica, il calendario e la dichiarazione di accessibilità: li scrive il sito, non la pagina.
- Le parole tra « e » e i fatti: sono nomi e testi di altri, da citare come sono. Contano nell'indice, ma non sono
  controllate parola per parola.
- Le pagine in altre lingue: l'indice Gulpease vale per l'italiano.
`;

const HEADER = ["Pagina", "Sezione", "Frasi", "Parole", "Gulpease"] as const;
type Row = [page: string, section: string, sentences: string, words: string, index: string];

/**
 * Reports the readability of a whole site as Markdown: how it was measured, with a row for each
 * section, each page and the whole site.
 */
export function readabilityReport(pages: readonly PageReading[]): string {
  const site = countText(pages.flatMap(proseOf));
  const rows = [...pages.flatMap(pageRows), row(`**Tutto il sito**`, `pagine: ${pages.length}`, site)];
  return `${INTRODUCTION}\n## Le pagine\n\n${table([[...HEADER], ...rows])}`;
}

function pageRows({ url, sections, counts }: PageReading): Row[] {
  return [
    row(`\`${url}\``, "**tutta la pagina**", counts),
    ...sections
      .filter((section) => section.counts.words > 0)
      .map((section) => row("", section.label.replaceAll("|", "\\|"), section.counts)),
  ];
}

function row(page: string, section: string, counts: TextCounts): Row {
  const index = gulpease(counts);
  return [
    page,
    section,
    counts.sentences.toString(),
    counts.words.toString(),
    index === undefined ? "–" : formatIndex(index),
  ];
}

/** A Markdown table with columns of equal width and numbers aligned right. */
function table([header, ...rows]: [Row, ...Row[]]): string {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const isNumber = (column: number): boolean => column >= 2;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(" | ")} |\n`;
  const rule = widths.map((width, column) =>
    isNumber(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(header), line(rule), ...rows.map(line)].join("");
}
