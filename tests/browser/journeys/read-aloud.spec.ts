import type { Page } from "@playwright/test";
import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { inLanguage, stringsIn, translations } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { CANCELLED_KEY, CHINESE, ITALIAN, spoken, stubSpeech } from "../../support/speech.ts";
import { expect, test } from "../../support/test.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const start = (page: Page) => button(page, "Ascolta la pagina");
const pause = (page: Page) => button(page, "Metti in pausa");
const resume = (page: Page) => button(page, "Riprendi l’ascolto");
const stop = (page: Page) => button(page, "Ferma l’ascolto");

async function open(page: Page, path: string, voices = [ITALIAN]): Promise<void> {
  await stubSpeech(page, voices);
  await page.goto(path);
  await page.waitForLoadState("networkidle");
}

/** Listens to the entire page. */
async function readAll(page: Page): Promise<string[]> {
  await start(page).click();
  await page.evaluate(() => {
    window.speech.readOn();
  });
  await expect(start(page)).toBeVisible();
  return spoken(page);
}

test.describe("the control", () => {
  test("appears where the device has a voice for the language", async ({ page }) => {
    await open(page, SERVICE_PAGE);
    await expect(start(page)).toBeVisible();
    await expect(stop(page)).toBeHidden();
  });

  test("keeps to the page's own language when the browser's translation changes the attribute", async ({
    page,
  }) => {
    await page.route(`**${SERVICE_PAGE}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('<html lang="it"', '<html lang="auto"'),
      });
    });
    await open(page, SERVICE_PAGE);
    await expect(start(page)).toBeVisible();
  });

  test("is absent without a voice, with voices for other languages only, or with one that sends the text away", async ({
    page,
  }) => {
    await open(page, SERVICE_PAGE, [
      { lang: "en-US", localService: true, default: true },
      { lang: "it-IT", localService: false, default: true },
    ]);
    await expect(start(page)).toBeHidden();
    await page.evaluate(() => {
      window.speech.giveVoices([]);
    });
    await expect(start(page)).toBeHidden();
  });

  for (const { code, name } of translations) {
    test(`leaves no gap on pages in ${name} where the device has no voice for it`, async ({ page }) => {
      await open(page, inLanguage("/prenota/", code));
      expect(await page.locator("[data-read-aloud]").boundingBox()).toBeNull();
    });
  }

  test("appears when a voice becomes available late", async ({ page }) => {
    await open(page, SERVICE_PAGE, []);
    await expect(start(page)).toBeHidden();
    await page.evaluate((voice) => {
      window.speech.giveVoices([voice]);
    }, ITALIAN);
    await expect(start(page)).toBeVisible();
  });

  test("does not print", async ({ page }) => {
    await open(page, SERVICE_PAGE);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("[data-read-aloud]")).toBeHidden();
  });

  test("is on each kind of page that has something to read", async ({ page }) => {
    await stubSpeech(page, [ITALIAN]);
    for (const path of [
      "/",
      "/prenota/",
      `${SERVICE_PAGE}facile/`,
      "/servizi/",
      "/novita/pagine-in-italiano-semplice/",
    ]) {
      await page.goto(path);
      await expect(start(page), path).toHaveCount(1);
    }
  });

  for (const width of [1280, 360]) {
    for (const path of ["/", SERVICE_PAGE, "/prenota/", `${SERVICE_PAGE}facile/`]) {
      test(`moves nothing when it appears late on ${path} at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 780 });
        await open(page, path, []);
        const places = () =>
          page.evaluate(() =>
            Array.from(document.querySelectorAll("body :not(.read-aloud, .read-aloud *)"), (node) => {
              const { x, y, width, height } = node.getBoundingClientRect();
              return [node.localName, x, y, width, height].join(" ");
            }),
          );
        const before = await places();

        await page.evaluate((voice) => {
          window.speech.giveVoices([voice]);
        }, ITALIAN);
        await expect(start(page)).toBeVisible();

        expect(await places()).toEqual(before);
      });
    }
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("there is neither control nor gap", async ({ page }) => {
    await page.goto("/prenota/");
    expect(await page.locator("[data-read-aloud]").boundingBox()).toBeNull();
  });
});

test.describe("what is read", () => {
  test("is the page's text from title to date, in order", async ({ page }) => {
    await open(page, SERVICE_PAGE);
    const sentences = await readAll(page);

    expect(sentences.slice(0, 5)).toEqual([
      "Segretariato sociale: informazioni per i cittadini in difficoltà",
      "Servizio attivo",
      "Il Segretariato sociale ti ascolta e ti spiega quali servizi sociali puoi usare.",
      "Per prenotare, telefona.",
      "A chi è rivolto",
    ]);
    expect(sentences.at(-1)).toBe("Ultimo aggiornamento: 02/05/2024, 15:33");
    expect(sentences).toContain("I minori di ogni nazionalità.");
  });

  test("has numbers digit by digit and hours in words", async ({ page }) => {
    await open(page, SERVICE_PAGE);
    const sentences = await readAll(page);

    expect(sentences).toContain("Chiama il numero 0 5 7 1, 8 7 8 7 7 8.");
    const tuesday = sentences.indexOf("Martedì");
    expect(sentences.slice(tuesday, tuesday + 4)).toEqual([
      "Martedì",
      "dalle 9:00 alle 11:00, dalle 15:00 alle 17:00",
      "Mercoledì",
      "Non risponde",
    ]);
  });

  test("has no navigation, no closed explanation, no form, no control", async ({ page }) => {
    await open(page, SERVICE_PAGE);
    const text = (await readAll(page)).join(" ");
    for (const part of [
      "Home",
      "Indice della pagina",
      "Che cosa vuol dire",
      "Modifiche alla pagina",
      "Quanto sono chiare",
      "Ascolta la pagina",
      "https://",
    ]) {
      expect(text).not.toContain(part);
    }
  });

  test("has an explanation that is open", async ({ page }) => {
    await open(page, "/servizi/condizioni-segretariato-sociale/");
    await page.getByText("Che cosa vuol dire «presa in carico»?").click();
    const sentences = await readAll(page);

    const question = sentences.indexOf("Che cosa vuol dire «presa in carico»?");
    expect(sentences[question + 1]).toBe("I servizi sociali cominciano a seguire te e la tua situazione.");
  });

  test("keeps the sentences of an easy page apart", async ({ page }) => {
    await open(page, `${SERVICE_PAGE}facile/`);
    expect(await readAll(page)).toEqual(
      expect.arrayContaining(["Le frasi sono corte.", "I disegni ti aiutano a capire."]),
    );
  });
});

test("a translated page is read by a voice of its language, with its words for the hours", async ({
  page,
}) => {
  const { "readAloud.start": startWord = "", "hours.range": range = "" } = stringsIn("zh");
  const listen = button(page, startWord);
  await open(page, `/zh${SERVICE_PAGE}`, [ITALIAN]);
  await expect(listen).toBeHidden();
  await page.evaluate((voice) => {
    window.speech.giveVoices([voice]);
  }, CHINESE);

  await listen.click();
  await page.evaluate(() => {
    window.speech.readOn();
  });
  await expect(listen).toBeVisible();

  const sentences = await spoken(page);
  expect(sentences).toContain(await page.getByRole("heading", { level: 1 }).textContent());
  expect(sentences.join("\n")).toContain(range.replace("{opens}", "15:00").replace("{closes}", "17:00"));
});

test.describe("reading", () => {
  test("pauses, and goes on with the sentence that was cut off", async ({ page }) => {
    await open(page, "/prenota/");
    await start(page).focus();
    await page.keyboard.press("Enter");
    await page.evaluate(() => {
      window.speech.end();
    });
    await page.keyboard.press("Enter");
    await expect(resume(page)).toBeFocused();
    await page.evaluate(() => {
      window.speech.endCancelled();
    });
    await page.keyboard.press("Enter");
    await expect(pause(page)).toBeFocused();

    const cut = "Per parlare con il Segretariato sociale devi prenotare.";
    expect(await spoken(page)).toEqual(["Prenota al telefono", cut, cut]);
  });

  test("breaks no accessibility rule", async ({ page }) => {
    await open(page, "/prenota/");
    await start(page).click();
    await expect(stop(page)).toBeVisible();

    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test("stops, and begins again at the title", async ({ page }) => {
    await open(page, "/prenota/");
    await start(page).click();
    await page.evaluate(() => {
      window.speech.end();
    });
    await stop(page).focus();
    await page.keyboard.press("Enter");
    await expect(start(page)).toBeFocused();
    await expect(stop(page)).toBeHidden();
    await page.evaluate(() => {
      window.speech.endCancelled();
    });
    await start(page).click();

    expect((await spoken(page)).at(-1)).toBe("Prenota al telefono");
    expect(await spoken(page)).toHaveLength(3);
  });

  test("returns to its first state when the voice fails", async ({ page }) => {
    await open(page, "/prenota/");
    await start(page).click();
    await expect(pause(page)).toBeVisible();
    await page.evaluate(() => {
      window.speech.fail();
    });
    await expect(start(page)).toBeVisible();
    await expect(stop(page)).toBeHidden();
  });

  test("ends when the page is left", async ({ page }) => {
    await open(page, "/prenota/");
    await start(page).click();
    await expect(pause(page)).toBeVisible();
    await page.goto("/privacy/");

    expect(await page.evaluate((key) => sessionStorage.getItem(key), CANCELLED_KEY)).toBe("/prenota/");
    await expect(start(page)).toBeVisible();
  });
});
