import { writtenAddresses, writtenTaxCodes } from "../content-model/markdown/written-addresses.ts";
import type { Passage } from "./passages.ts";

/** A word, and the line it is on. */
export interface Word {
  /** As written, with straight apostrophes. */
  text: string;
  line: number;
  /** True if the editor cannot write the word in another way. */
  fixed: boolean;
}

export interface Sentence {
  /** As written. */
  text: string;
  line: number;
  /** Words as they are spelled: `l'operatore` is one. */
  spelled: Word[];
  /** Words as they are counted: `l'operatore` is two. */
  words: Word[];
}

const segmenter = new Intl.Segmenter("it", { granularity: "sentence" });

/** Abbreviations, whose full stop does not end a sentence. Unicode's rules do not know them. */
const ABBREVIATION =
  /(?<!\p{L})(?:artt?|avv|cfr|dott|dott\.ssa|dr|es|ing|nn?|pagg?|prof|sig|sig\.ra|tel)\.(?=\s)/giu;

/**
 * `9:00`, `1.000`, or letters joined by apostrophes and hyphens: `dell'operatore`,
 * `e-mail`, `EUPL-1.2`.
 */
const SPELLED = /\p{N}+(?:[.,:/]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}]+(?:\.\p{N}+)*)*/gu;
const COUNTED = /[^'’]+/g;
const ELIDED = /^['’][«\s\p{N}]/u;

/**
 * Splits a passage into sentences. A sentence ends with a full stop, question mark or exclamation
 * mark, or with the passage.
 */
export function sentencesOf(passage: Passage): Sentence[] {
  const { text } = passage;
  // Unicode's rules would also end a sentence at a line break. The length stays the
  // same, so that positions do.
  const segmentable = text.replaceAll("\n", " ").replace(ABBREVIATION, (match) => `${match.slice(0, -1)} `);
  return Array.from(segmenter.segment(segmentable)).flatMap(({ segment, index }) => {
    const spelled = matches(SPELLED, withoutCodes(segment), index);
    const words = spelled.flatMap(([start, end]) => matches(COUNTED, text.slice(start, end), start));
    const [first] = spelled;
    if (!first) return [];
    return {
      text: text.slice(index, index + segment.length).trim(),
      line: lineOf(passage, first[0]),
      // An article elided before a fact or a quotation is not a word to spell.
      spelled: spelled
        .filter(([, end]) => !ELIDED.test(text.slice(end, end + 2)))
        .map((range) => wordAt(passage, range)),
      words: words.map((range) => wordAt(passage, range)),
    };
  });
}

/** A text with spaces in place of addresses and tax codes, which are no words. */
function withoutCodes(text: string): string {
  return [...writtenAddresses(text), ...writtenTaxCodes(text)].reduce(
    (rest, { text: code, start }) =>
      rest.slice(0, start) + " ".repeat(code.length) + rest.slice(start + code.length),
    text,
  );
}

type Range = readonly [start: number, end: number];

function matches(pattern: RegExp, text: string, offset: number): Range[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => [
    offset + index,
    offset + index + length,
  ]);
}

function wordAt(passage: Passage, [start, end]: Range): Word {
  return {
    text: passage.text.slice(start, end).replaceAll("’", "'"),
    line: lineOf(passage, start),
    fixed: passage.fixed.some((span) => span.start < end && start < span.end),
  };
}

function lineOf({ text, line }: Passage, offset: number): number {
  return line + text.slice(0, offset).split("\n").length - 1;
}
