import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import type { ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";

/** A message as it came over the wire, and to whom. */
interface Received {
  recipients: string[];
  raw: string;
  parsed: ParsedMail;
}

export interface MailServer {
  port: number;
  received: Received[];
  close: () => Promise<void>;
}

/** Starts an SMTP server on 127.0.0.1, without TLS. It takes everything, unless it is changed. */
export async function startMailServer(changes: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void simpleParser(raw).then((parsed) => {
          received.push({ recipients, raw: raw.toString(), parsed });
          callback();
        });
      });
    },
    ...changes,
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    port: (listening.address() as AddressInfo).port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
