import { describe, expect, it } from "vitest";
import { createReportAccess, readReportToken } from "../../../../src/feedback/http/report-access.ts";

const TOKEN = "5f2c9d0b7a41e83c6d1f4b29";

function request(authorization?: string): Request {
  return new Request("https://comune.example/api/report", {
    headers: authorization ? { authorization } : {},
  });
}
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

describe("the token of the report", () => {
  it.each([
    "short",
    "cambiami-cambiami-cambiami",
    "change-me-change-me-change-me",
    "Password-5f2c9d0b7a41e83c6d",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "5f2c9d0b7a41 e83c6d1f4b29",
    "5f2c9d0b7a41è83c6d1f4b29",
  ])("is refused when it can be guessed or not be sent: %s", (token) => {
    expect(() => readReportToken({ REPORT_TOKEN: token })).toThrow(/REPORT_TOKEN can be guessed/);
    expect(() => readReportToken({ REPORT_TOKEN: token })).not.toThrow(token);
  });

  it("is what openssl makes, or absent", () => {
    expect(readReportToken({ REPORT_TOKEN: TOKEN })).toBe(TOKEN);
    expect(readReportToken({ REPORT_TOKEN: "" })).toBeUndefined();
    expect(readReportToken({})).toBeUndefined();
  });

  it("opens as a password with any user name, and as a bearer", () => {
    const access = createReportAccess(TOKEN);
    for (const right of [basic("anna", TOKEN), basic("", TOKEN), `Bearer ${TOKEN}`, `bearer ${TOKEN}`])
      expect(access(request(right), "192.0.2.1")).toBe("granted");
  });

  it.each([
    undefined,
    "Basic %%%",
    basic("anna", ""),
    basic(TOKEN, "x"),
    `Bearer ${TOKEN}x`,
    `Token ${TOKEN}`,
  ])("does not open with %s", (authorization) => {
    expect(createReportAccess(TOKEN)(request(authorization), "192.0.2.1")).toBe("refused");
  });

  it("cannot be tried for ever by one sender, not even when the right one comes", () => {
    let time = 0;
    const access = createReportAccess(TOKEN, () => time);
    for (let attempt = 0; attempt < 10; attempt++)
      expect(access(request("Bearer wrong"), "192.0.2.1")).toBe("refused");
    expect(access(request("Bearer wrong"), "192.0.2.1")).toBe("too-many");
    expect(access(request(`Bearer ${TOKEN}`), "192.0.2.1")).toBe("too-many");
    expect(access(request(`Bearer ${TOKEN}`), "192.0.2.2")).toBe("granted");
    time = 600_001;
    expect(access(request(`Bearer ${TOKEN}`), "192.0.2.1")).toBe("granted");
  });

  it("may be used as often as one likes", () => {
    const access = createReportAccess(TOKEN);
    for (let times = 0; times < 50; times++)
      expect(access(request(`Bearer ${TOKEN}`), "192.0.2.1")).toBe("granted");
  });
});
