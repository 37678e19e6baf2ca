import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createMailer, MailError, readMailSettings } from "../../../../src/feedback/watch/mail.ts";
import { freePort } from "../../../support/free-port.ts";
import { startMailServer } from "../../../support/mail-server.ts";
import type { MailServer } from "../../../support/mail-server.ts";

const MESSAGE = { subject: "Pareri: però è così", text: "Perché no\n", html: "<p lang=it>Perché no</p>" };
const PASSWORD = "p@ss/wörd";
const USER = "ufficio@comune.example";

type Changes = Parameters<typeof startMailServer>[0];

async function started(changes: Changes = {}): Promise<MailServer> {
  const server = await startMailServer(changes);
  onTestFinished(server.close);
  return server;
}

function mailerTo(port: number, credentials = "", timeoutMs?: number) {
  const settings = readMailSettings({
    SMTP_URL: `smtp://${credentials}127.0.0.1:${port}`,
    DIGEST_TO: "sociale@comune.example, capo@comune.example",
    DIGEST_FROM: "sito@comune.example",
  });
  if (!settings) throw new Error("E-mail is off");
  return createMailer(settings, timeoutMs);
}

const CREDENTIALS = `${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@`;

/** Everything that an error says, also to who looks inside. */
async function failureOf(sending: Promise<number>): Promise<string> {
  const error: unknown = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MailError);
  const { message, cause, stack } = error as MailError;
  expect([message, String(cause), stack].join()).not.toMatch(/p@ss|wörd|w%C3|ufficio/);
  return message;
}

describe("a message", () => {
  it("arrives at every address with subject, text and HTML as they were written", async () => {
    const { port, received } = await started();
    await mailerTo(port).send(MESSAGE);
    expect(received).toHaveLength(1);
    const [{ recipients, parsed } = { recipients: [], parsed: undefined }] = received;
    expect(recipients).toEqual(["sociale@comune.example", "capo@comune.example"]);
    expect(parsed).toMatchObject({ subject: MESSAGE.subject, text: MESSAGE.text, html: MESSAGE.html });
    expect(parsed?.from?.text).toBe("sito@comune.example");
  });

  it("is sent with the user and the password of the address", async () => {
    const shown: unknown[] = [];
    const { port, received } = await started({
      authOptional: false,
      onAuth({ username, password }, _session, callback) {
        shown.push([username, password]);
        callback(null, { user: username });
      },
    });
    await mailerTo(port, CREDENTIALS).send(MESSAGE);
    expect([shown, received.length]).toEqual([[[USER, PASSWORD]], 1]);
  });

  it("gains no header and no recipient from line breaks in what it says", async () => {
    const { port, received } = await started();
    const evil = "Pareri\r\nBcc: altri@evil.example\r\n\r\nX";
    await mailerTo(port).send({ ...MESSAGE, subject: evil });
    const [{ recipients, parsed, raw } = { recipients: [], parsed: undefined, raw: "" }] = received;
    expect(recipients).toEqual(["sociale@comune.example", "capo@comune.example"]);
    expect(parsed?.bcc).toBeUndefined();
    expect(raw.slice(0, raw.indexOf("\r\n\r\n"))).not.toMatch(/^(?:bcc|x):/im);
    expect(parsed?.text).toBe(MESSAGE.text);
  });
});

it("a message that the server refuses for one address arrives at the other, and this is counted", async () => {
  const { port, received } = await started({
    onRcptTo: ({ address }, _session, callback) => {
      callback(address.startsWith("capo") ? new Error("550 no") : undefined);
    },
  });
  expect(await mailerTo(port).send(MESSAGE)).toBe(1);
  expect(received).toMatchObject([{ recipients: ["sociale@comune.example"] }]);
});

describe("a message that is not taken is told in one sentence without a secret,", () => {
  it("when the server refuses the password", async () => {
    const { port } = await started({
      authOptional: false,
      onAuth({ username, password }, _session, callback) {
        callback(new Error(`No such user ${String(username)} ${String(password)}`));
      },
    });
    expect(await failureOf(mailerTo(port, CREDENTIALS).send(MESSAGE))).toContain(`127.0.0.1:${port} `);
  });

  it("when the server refuses the sender, or every address", async () => {
    for (const name of ["onMailFrom", "onRcptTo"] as const) {
      const { port } = await started({
        [name]: (_address: unknown, _session: unknown, callback: (error: Error) => void) => {
          callback(new Error("550 no"));
        },
      });
      expect(await failureOf(mailerTo(port).send(MESSAGE))).toMatch(/did not take the message \(.+\)/);
    }
  });

  it("when the server is away", async () => {
    expect(await failureOf(mailerTo(await freePort()).send(MESSAGE))).toContain("(ESOCKET)");
  });

  it("when the server says nothing, or stops in the middle", async () => {
    const mute = createServer().listen(0, "127.0.0.1");
    await once(mute, "listening");
    onTestFinished(() => void mute.close());
    const { port } = mute.address() as AddressInfo;
    expect(await failureOf(mailerTo(port, "", 200).send(MESSAGE))).toContain("(ETIMEDOUT)");

    const slow = await started({ onData: (stream) => void stream.resume(), closeTimeout: 0 });
    expect(await failureOf(mailerTo(slow.port, "", 200).send(MESSAGE))).toContain("(ETIMEDOUT)");
  });
});
