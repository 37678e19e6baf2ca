import { createTransport } from "nodemailer";
import * as z from "zod";
import { decodePercent } from "../../shared/decode-percent.ts";
import { OperatorError } from "../../shared/operator-error.ts";

/** The environment variables that say how to send e-mail. Without any of them none is sent. */
export interface MailEnvironment {
  SMTP_URL?: string | undefined;
  DIGEST_TO?: string | undefined;
  DIGEST_FROM?: string | undefined;
}

/** A message without anything that a citizen wrote. */
export interface Message {
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /**
   * Sends to all addresses.
   * @returns how many of them the server refused, but not all
   * @throws MailError if the server takes it for nobody
   */
  send(message: Message): Promise<number>;
}

/** A message could not be sent. */
export class MailError extends OperatorError {}

const address = z.email();

const EXAMPLE =
  "Set all three, such as SMTP_URL=smtps://user:password@smtp.comune.example, DIGEST_TO=sociale@comune.example and DIGEST_FROM=sito@comune.example, or none.";

/** A relay on the same machine, whose certificate nobody issued. */
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Reads how to send e-mail.
 * @returns undefined if nothing is set, which means that none is sent
 * @throws OperatorError if it is set in part or malformed; it never repeats the password
 */
export function readMailSettings(env: MailEnvironment): MailSettings | undefined {
  const { SMTP_URL = "", DIGEST_TO = "", DIGEST_FROM = "" } = env;
  const variables = { SMTP_URL, DIGEST_TO, DIGEST_FROM };
  const missing = Object.entries(variables).flatMap(([name, value]) => (value === "" ? [name] : []));
  if (missing.length === 3) return undefined;
  if (missing.length > 0)
    throw new OperatorError(`E-mail is set in part: ${missing.join(" and ")} missing. ${EXAMPLE}`);
  const url = URL.parse(SMTP_URL);
  if (
    !url ||
    !/^smtps?:$/.test(url.protocol) ||
    url.hostname === "" ||
    url.search + url.hash !== "" ||
    !/^\/?$/.test(url.pathname)
  ) {
    throw new OperatorError(
      "SMTP_URL is not the address of a mail server: write smtps://user:password@host, or smtp:// and a port for " +
        "STARTTLS. Encode special characters of the password, such as %40 for @.",
    );
  }
  const to = DIGEST_TO.split(/[\s,]+/).filter((part) => part !== "");
  for (const [name, addresses] of [
    ["DIGEST_TO", to],
    ["DIGEST_FROM", [DIGEST_FROM]],
  ] as const) {
    const wrong = addresses.find((text) => !address.safeParse(text).success);
    if (wrong !== undefined || addresses.length === 0)
      throw new OperatorError(
        `${name} holds ${JSON.stringify(wrong ?? "")}: write e-mail addresses without names, such as sociale@comune.example.`,
      );
  }
  return { url, to, from: DIGEST_FROM };
}

export interface MailSettings {
  url: URL;
  to: readonly string[];
  from: string;
}

/**
 * Makes the sender of messages. Passwords travel encrypted or not at all, except to this machine.
 * @param timeoutMs how long the server may be silent
 */
export function createMailer({ url, to, from }: MailSettings, timeoutMs = 10_000): Mailer {
  const isLocal = LOOPBACK.test(url.hostname);
  const secure = url.protocol === "smtps:";
  const user = decodePercent(url.username);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ignoreTLS: isLocal,
    requireTLS: !isLocal && !secure && user !== "",
    ...(user === "" ? {} : { auth: { user, pass: decodePercent(url.password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      try {
        const { rejected } = await transport.sendMail({ ...message, from, to: [...to] });
        return rejected.length;
      } catch (error) {
        throw new MailError(
          `The mail server ${url.host} did not take the message (${codeOf(error)}). Check SMTP_URL, ` +
            "DIGEST_TO and DIGEST_FROM, and that this machine reaches the server. The next run tries again.",
        );
      } finally {
        transport.close();
      }
    },
  };
}

/** Nodemailer's code and the server's. What the server says may repeat the user or an address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "no code";
  const codes = ["code", "responseCode"].flatMap((key) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" || typeof value === "number" ? [value] : [];
  });
  return codes.length > 0 ? codes.join(" ") : "no code";
}
