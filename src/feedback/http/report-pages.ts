import type { Context, Hono } from "hono";
import * as z from "zod";
import { inlineStyleHashes } from "../../hosting/inline-styles.ts";
import { reportPolicy } from "../../hosting/security-headers.ts";
import { romeDay } from "../../shared/time-zone.ts";
import { redact } from "../redaction/redact.ts";
import { countComments, handleComment, MAX_REASON_LENGTH } from "../report/handling.ts";
import type { Handling } from "../report/handling.ts";
import { ADDRESSES } from "../report/html/addresses.ts";
import { commentsPage } from "../report/html/comments-page.ts";
import type { PageContext } from "../report/html/document.ts";
import { reportPage } from "../report/html/report-page.ts";
import { suspectsPage } from "../report/html/suspects-page.ts";
import { postFilter, readPostSelection } from "../report/post-selection.ts";
import { listPosts, STATES } from "../report/posts.ts";
import { isCurrent, ratedPages } from "../report/rated-pages.ts";
import { readReport } from "../report/read-report.ts";
import { readSelection } from "../report/selection.ts";
import { SUSPECT_REASONS } from "../store/confirm-suspicion.ts";
import { countSuspects, listSuspects, restoreSuspects } from "../store/suspects.ts";
import { tellReading } from "./report-context.ts";
import type { ReportContext, ReportEnv } from "./report-context.ts";

/** How many comments a page shows. */
const PART = 50;

const uuid = z.uuid();

/** What the form of a comment sends. */
const handlingForm = z.object({
  id: uuid,
  state: z.enum(STATES),
  reason: z.string().trim().max(MAX_REASON_LENGTH).default(""),
  back: z.string().default(""),
});

const restoreForm = z.object({ id: uuid, back: z.string().default("") });

const NO_REASON = "Scrivi perché non si fa: chi legge il rapporto dopo di te lo deve sapere.";
const NOT_UNDERSTOOD = "Il modulo non è arrivato intero. Prova di nuovo.";

/** Adds the pages of the report: figures, the queue of comments, and what is kept apart. */
export function addReportPages(app: Hono<ReportEnv>, report: ReportContext): void {
  const { driver, manifest, known } = report;
  const site = { title: manifest.title, authority: manifest.authority, origin: manifest.origin };
  // Whoever reads the report knows the pages by their titles in the source language.
  const titleOf = (page: string) => {
    const { source = page } = manifest.pages.get(page) ?? {};
    return manifest.pages.get(source)?.title ?? page;
  };

  const policy = reportPolicy(inlineStyleHashes(`<style>${report.style}</style>`));

  app.get(ADDRESSES.report, async (context) => {
    const { selection, problems } = readSelection(context.req.query(), known);
    const read = await readReport(driver, manifest, selection);
    return page(context, await reportPage(read, pageContext(report, problems)), problems);
  });

  app.get(ADDRESSES.comments, (context) => comments(context, []));
  app.post(ADDRESSES.comments, async (context) => {
    const { data: form } = handlingForm.safeParse(await context.req.parseBody());
    if (!form) return comments(context, [NOT_UNDERSTOOD]);
    const handling = handlingOf(form);
    if (!handling) return comments(context, [NO_REASON], form.back);
    if (!(await handleComment(driver, form.id, handling)))
      return comments(context, ["Questo commento non c’è più: forse è stato cancellato."], form.back);
    return back(context, ADDRESSES.comments, form.back, form.state);
  });

  app.get(ADDRESSES.suspects, (context) => suspects(context, []));
  app.post(ADDRESSES.suspects, async (context) => {
    const { data: form } = restoreForm.safeParse(await context.req.parseBody());
    if (!form) return suspects(context, [NOT_UNDERSTOOD]);
    const restored = await restoreSuspects(driver, { ids: [form.id] });
    if (restored === 0) return suspects(context, ["Questa valutazione non è più fra le sospette."]);
    return back(context, ADDRESSES.suspects, form.back, "restored");
  });

  function handlingOf({ state, reason }: z.output<typeof handlingForm>): Handling | undefined {
    if (state !== "declined") return { state };
    if (reason === "") return undefined;
    // What somebody writes about a comment may name its author.
    return { state, reason: redact(reason, { allowedPhones: manifest.phones }) };
  }

  /** Replies with a page. If something could not be obeyed, it shows the rest with status 400. */
  function page(context: Context<ReportEnv>, html: string, problems: readonly string[]): Response {
    return context.html(html, problems.length > 0 ? 400 : 200, { "Content-Security-Policy": policy });
  }

  async function comments(
    context: Context<ReportEnv>,
    more: readonly string[],
    query?: string,
  ): Promise<Response> {
    const texts = query === undefined ? context.req.query() : Object.fromEntries(new URLSearchParams(query));
    const { problems, ...chosen } = readPostSelection(texts, known, true);
    const filter = postFilter(manifest, chosen, romeDay(new Date()));
    const after = uuid.safeParse(texts["after"]).data;
    const [{ comments: counts }, posts] = await Promise.all([
      countComments(driver, filter),
      listPosts(driver, filter, { limit: PART + 1, after, order: "newest" }),
    ]);
    const shown = posts.slice(0, PART);
    tellReading(report, "comments", chosen, shown.length);
    const { page: pageOf, lang, since, until } = chosen.selection;
    const view = {
      site,
      filter: { state: chosen.state, words: chosen.words, page: pageOf, lang, since, until },
      counts,
      comments: shown,
      isCurrent: (post: (typeof posts)[number]) => isCurrent(manifest, post),
      titleOf,
      next: posts.length > PART ? shown.at(-1)?.id : undefined,
      after,
      notice: texts["saved"] === undefined ? undefined : "Salvato.",
    };
    const all = [...more, ...problems];
    return page(context, await commentsPage(view, pageContext(report, all)), all);
  }

  async function suspects(context: Context<ReportEnv>, more: readonly string[]): Promise<Response> {
    const texts = context.req.query();
    const { problems, selection } = readSelection(texts, known);
    const { page: pageOf, since, until } = selection;
    const reason = SUSPECT_REASONS.find((name) => name === texts["reason"]);
    const filter = { reason, page: pageOf, since, until };
    const [counts, posts] = await Promise.all([
      countSuspects(driver, filter),
      listSuspects(driver, filter, PART),
    ]);
    const chosen = { selection, state: undefined, commented: false, words: undefined };
    tellReading(report, "suspects", chosen, posts.length);
    const notice = texts["saved"] === undefined ? undefined : "Ora la valutazione conta.";
    const view = { site, filter, counts, suspects: posts, titleOf, notice };
    const all = [...more, ...problems];
    return page(context, await suspectsPage(view, pageContext(report, all)), all);
  }
}

/** What every page of the report has. */
export function pageContext(
  { manifest, style, known }: Pick<ReportContext, "manifest" | "style" | "known">,
  problems: readonly string[],
  isFile = false,
): PageContext {
  const pages = ratedPages(manifest).map(({ source, title }) => ({ source, title }));
  // A remote handler has no pages of its own to lead to.
  const isElsewhere = isFile || manifest.feedbackUrl !== undefined;
  return {
    style,
    problems,
    isFile,
    siteUrl: isElsewhere ? manifest.origin : "",
    pages,
    languages: [...known.languages],
  };
}

/** Leads back to the page that a form was on, so that loading it again sends nothing twice. */
function back(context: Context<ReportEnv>, path: string, query: string, saved: string): Response {
  const texts = new URLSearchParams(query);
  texts.set("saved", saved);
  return context.redirect(`${path}?${texts.toString()}`, 303);
}
