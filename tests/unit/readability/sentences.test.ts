import { describe, expect, test } from "vitest";
import { passage } from "../../../src/readability/passages.ts";
import { sentencesOf } from "../../../src/readability/sentences.ts";

function split(text: string): string[] {
  return sentencesOf(passage("prose", text, 1)).map((sentence) => sentence.text);
}

function counted(text: string): string[] {
  return sentencesOf(passage("prose", text, 1)).flatMap(({ words }) => words.map((word) => word.text));
}

describe("sentences", () => {
  test("end with a full stop, a question mark or an exclamation mark, and with the passage", () => {
    expect(split("Vieni? Sì! Chiama prima. Poi vieni")).toEqual([
      "Vieni?",
      "Sì!",
      "Chiama prima.",
      "Poi vieni",
    ]);
  });

  test("do not end with a colon or a semicolon", () => {
    expect(split("Puoi chiamare per tre motivi: aiuto; ascolto; informazioni.")).toHaveLength(1);
  });

  test("end after a number", () => {
    expect(split("Scegli un voto da 1 a 3. Poi scrivi. Il massimo è 100. Ora basta.")).toHaveLength(4);
  });

  test("do not end with the full stop of an abbreviation, a time or a thousand", () => {
    expect(split("Il Sig. Rossi legge l'art. 52 alle 9.30. Costa 1.000 euro.")).toHaveLength(2);
  });

  test("go on over a line break of the source", () => {
    expect(split("Chiama prima\nPoi vieni.")).toHaveLength(1);
  });

  test("need a word", () => {
    expect(split("… – !")).toEqual([]);
  });

  test("know the line on which they start", () => {
    const sentences = sentencesOf(passage("prose", "Chiama\nprima. Poi\nvieni.", 7));
    expect(sentences.map(({ line }) => line)).toEqual([7, 8]);
    expect(sentences[1]?.words.map(({ line }) => line)).toEqual([8, 9]);
  });
});

describe("words", () => {
  test("are counted apart where an apostrophe joins them, whichever apostrophe it is", () => {
    expect(counted("L'operatore c’è")).toEqual(["L", "operatore", "c", "è"]);
  });

  test("are spelled with the article that is joined to them", () => {
    const [sentence] = sentencesOf(passage("prose", "L’operatore risponde", 1));
    expect(sentence?.spelled.map(({ text }) => text)).toEqual(["L'operatore", "risponde"]);
  });

  test("include numbers, each run of digits with its marks", () => {
    expect(counted("Fai +39 0571 878778 dalle 9:00, EUPL-1.2")).toEqual([
      ...["Fai", "39", "0571", "878778", "dalle", "9:00", "EUPL-1.2"],
    ]);
  });

  test("are neither addresses nor tax codes, which nobody can write in an easier way", () => {
    const text =
      "Scrivi a info@comune.ente.it o vedi https://www.ente.it/servizi-sociali, servizi.comune.ente.it: RSSMRA85T10A562S.";
    expect(counted(text)).toEqual(["Scrivi", "a", "o", "vedi"]);
  });

  test("are fixed within a quotation, and the article before it is no word to spell", () => {
    const [sentence] = sentencesOf(passage("prose", "Premi l'«Invia tutto» ora", 1));
    expect(sentence?.words.filter(({ fixed }) => fixed).map(({ text }) => text)).toEqual(["Invia", "tutto"]);
    expect(sentence?.spelled.map(({ text }) => text)).toEqual(["Premi", "Invia", "tutto", "ora"]);
  });
});
