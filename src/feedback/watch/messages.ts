import { html } from "hono/html";
import type { Alert } from "./alerts.ts";
import { COMPARED_WEEKS } from "./digest.ts";
import type { ComparedPage, Digest } from "./digest.ts";
import type { Message } from "./mail.ts";
import { addUp, intervalInWords, shareInWords } from "./ratings.ts";
import { dayInWords } from "./weeks.ts";

/** Where the figures of a message can be read in full. */
interface Place {
  title: string;
  /** The site's origin. */
  site: string;
  /** The address of the report. */
  report: string;
}

/** A heading with what stands below it: paragraphs, or a list. */
interface Part {
  title: string;
  lines: readonly string[];
}

/** The message that tells what cannot wait for the digest. */
export function alertMessage(alerts: readonly Alert[], place: Place): Promise<Message> {
  const lines = alerts.map(({ detail }) => detail);
  const subject = `${place.title}: ${lines.length === 1 ? "una segnalazione" : `${lines.length} segnalazioni`}`;
  return message(subject, [{ title: "Che cosa abbiamo notato", lines }], place);
}

/** The message of a week. */
export function digestMessage(digest: Digest, place: Place): Promise<Message> {
  const { firstDay, lastDay, site, changed, low, alerts, waiting } = digest;
  const week = `dal ${dayInWords(firstDay)} al ${dayInWords(lastDay)}`;
  const parts: Part[] = [
    {
      title: "Tutto il sito",
      lines: [
        site.week.total === 0
          ? "Questa settimana nessun voto."
          : `${site.week.total === 1 ? "Un voto" : `${site.week.total} voti`}. Voti 4 e 5: ${intervalInWords(site.week)}.`,
        `Nelle ${COMPARED_WEEKS} settimane prima: ${shareInWords(site.before)}.`,
        "«Fra … e …» dice dove sta quasi di sicuro il valore vero: con pochi voti lo spazio è largo.",
      ],
    },
    {
      title: "Pagine cambiate",
      lines:
        changed.length > 0
          ? changed.map(changeInWords)
          : ["Nessuna è cambiata più di quanto può fare il caso."],
    },
    {
      title: `Pagine da guardare, nelle ultime ${COMPARED_WEEKS + 1} settimane`,
      lines:
        low.length > 0
          ? low.map(
              ({ name, week, before }) => `${name}. Voti 4 e 5: ${intervalInWords(addUp([week, before]))}.`,
            )
          : ["Nessuna va sicuramente peggio del resto del sito."],
    },
    {
      title: "Segnalazioni della settimana",
      lines: alerts.length > 0 ? alerts : ["Nessuna."],
    },
    {
      title: "Commenti da leggere",
      lines: [
        waiting === 0
          ? "Nessuno."
          : waiting === 1
            ? "Un commento aspetta."
            : `${waiting} commenti aspettano.`,
      ],
    },
  ];
  return message(`${place.title}: i pareri ${week}`, parts, place);
}

function changeInWords({ name, week, before }: ComparedPage): string {
  return `${name}. Voti 4 e 5: ${intervalInWords(week)}; prima ${shareInWords(before)}.`;
}

/** The same words as text and as HTML, which has no picture, no style sheet and nothing to load. */
async function message(
  subject: string,
  parts: readonly Part[],
  { title: siteTitle, site, report }: Place,
): Promise<Message> {
  const where = `I numeri completi sono nel rapporto: ${report}`;
  const why = `Questo messaggio arriva dal sito ${siteTitle} (${site}). Non contiene i commenti delle persone.`;
  const text = [
    ...parts.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join("\n")),
    where,
    why,
  ].join("\n\n");
  const page = await html`<!doctype html>
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="max-width: 40em; font: 16px/1.5 sans-serif">
        <main>
          <h1 style="font-size: 1.5em">${subject}</h1>
          ${parts.map(
            ({ title, lines }) =>
              html`<h2 style="font-size: 1.2em">${title}</h2>
                <ul>
                  ${lines.map((line) => html`<li>${line}</li>`)}
                </ul>`,
          )}
          <p>I numeri completi sono <a href="${report}">nel rapporto</a>.</p>
          <p>${why}</p>
        </main>
      </body>
    </html>`;
  return { subject, text: `${text}\n`, html: page.toString() };
}
