import * as z from "zod";
import { OperatorError } from "../../shared/operator-error.ts";
import { erasePost } from "../store/erase-post.ts";
import type { ErasedPost } from "../store/erase-post.ts";
import { applyRetention, countRetention, readRetentionPeriods } from "../store/retention.ts";
import type { RetentionEnvironment, RetentionPeriods } from "../store/retention.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import { createMailer, readMailSettings } from "./mail.ts";
import type { MailEnvironment, MailSettings } from "./mail.ts";
import { watchSite } from "./watch-site.ts";
import type { WatchedSite } from "./watch-site.ts";

/**
 * What an operator's command asks for. The command does it itself, or asks the running server to,
 * which alone can use the embedded database.
 */
export const commandSchema = z.discriminatedUnion("name", [
  z.object({ name: z.literal("digest"), now: z.boolean() }),
  z.object({ name: z.literal("retention"), dryRun: z.boolean() }),
  z.object({ name: z.literal("erase"), id: z.guid() }),
]);
export type Command = z.output<typeof commandSchema>;

export interface CommandEnvironment extends MailEnvironment, RetentionEnvironment {}

export interface CommandSettings {
  /** Undefined if e-mail is off. */
  mail: MailSettings | undefined;
  periods: RetentionPeriods;
}

/** @throws OperatorError if a variable is malformed, or e-mail set in part */
export function readCommandSettings(env: CommandEnvironment): CommandSettings {
  return { mail: readMailSettings(env), periods: readRetentionPeriods(env) };
}

/** What commands work on. */
export interface CommandDeps extends CommandSettings {
  driver: SqlDriver;
  /** Only the digest needs a built site. */
  readSite: () => Promise<WatchedSite>;
}

/**
 * Does what a command asks for.
 * @returns what was done, in a line or two without anything that a citizen wrote
 * @throws OperatorError if it cannot be done; the message says what to do
 */
export async function runCommand(command: Command, deps: CommandDeps): Promise<string> {
  switch (command.name) {
    case "digest":
      return runDigest(command.now, deps);
    case "retention":
      return runRetention(command.dryRun, deps);
    case "erase":
      return runErase(command.id, deps);
  }
}

async function runDigest(sendsDigestNow: boolean, { driver, readSite, mail }: CommandDeps): Promise<string> {
  if (!mail) {
    throw new OperatorError("E-mail is off: set SMTP_URL, DIGEST_TO and DIGEST_FROM (docs/operations.md).");
  }
  const mailer = createMailer(mail);
  const site = await readSite();
  const result = await watchSite({ driver, site, mailer, now: new Date(), sendsDigestNow });
  const { answered, alerts, digest, refused } = result;
  const done = [
    `The form ${answered ? "answers" : "does not answer"}`,
    `alerts sent: ${alerts}`,
    digest ? "digest sent" : "no digest due",
    ...(refused > 0 ? ["the mail server refused some of the addresses"] : []),
  ];
  return `${done.join("; ")}.`;
}

async function runRetention(isTrial: boolean, { driver, periods }: CommandDeps): Promise<string> {
  const { texts, suspects, rows } = await (isTrial ? countRetention : applyRetention)(driver, periods);
  return (
    `${isTrial ? "To erase" : "Erased"}: ${texts} comments older than ${periods.texts} months, ${suspects} suspect ` +
    `posts as old, ${rows} ratings older than ${periods.rows} months, kept as numbers of their day.`
  );
}

async function runErase(id: string, { driver, periods }: CommandDeps): Promise<string> {
  const erased = await erasePost(driver, id);
  if (erased.length > 0) return erased.map(describePost).join("\n");
  throw new OperatorError(
    `Nessun parere ha il codice ${id}. Se ha più di ${periods.rows} mesi ne restano solo i numeri del giorno. ` +
      "Controlla che il database sia quello del sito (DATABASE_URL o DATA_DIR).",
  );
}

function describePost({ isSuspect, page, day, rating, hadComment }: ErasedPost): string {
  const what = `${isSuspect ? "sospetto, " : ""}${page}, ${day}, voto ${rating}`;
  return `Cancellato: ${what}, ${hadComment ? "con" : "senza"} commento.`;
}
