import { MAX_COMMENT_LENGTH } from "../shared/feedback-contract.ts";
import type { Field } from "../shared/feedback-contract.ts";
import type { FieldCode, FieldError, ProblemCode } from "./refusal.ts";

/** The handler's words in one language. */
export interface FeedbackStrings {
  /** Heading of the list of errors in the page that a refused form gets back. */
  notSent: string;
  problems: Record<ProblemCode, string>;
  /** What to say of a field for want of a wording of its own in `fields`. */
  codes: Record<FieldCode, string>;
  fields: Partial<Record<`${Field}.${FieldCode}`, string>>;
}

const italian: FeedbackStrings = {
  notSent: "Il tuo parere non è stato inviato",
  problems: {
    unreadable: "Non siamo riusciti a leggere il tuo parere. Torna alla pagina e prova di nuovo.",
    "other-site":
      "Il parere si può inviare solo dalle pagine di questo sito. Apri la pagina e prova di nuovo.",
    "method-not-allowed": "A questo indirizzo si possono solo inviare pareri.",
    "too-slow": "L’invio ha richiesto troppo tempo. Controlla la connessione e prova di nuovo.",
    conflict:
      "Hai già inviato questo parere e non si può più cambiare. Ricarica la pagina per darne uno nuovo.",
    "too-large": `Il testo è troppo lungo. Scrivi al massimo ${MAX_COMMENT_LENGTH} caratteri e prova di nuovo.`,
    "unsupported-type": "Il formato di questo invio non è accettato.",
    "invalid-fields": "Controlla questi punti e invia di nuovo.",
    "too-many": "Da questa connessione sono arrivati molti pareri. Aspetta un minuto e invia di nuovo.",
    unavailable:
      "In questo momento non riusciamo a salvare il tuo parere. Aspetta un minuto e invia di nuovo.",
  },
  codes: {
    required: "Manca un dato del modulo. Ricarica la pagina e prova di nuovo.",
    invalid: "Un dato del modulo non è valido. Ricarica la pagina e prova di nuovo.",
    unreadable: "Un dato del modulo contiene caratteri che non si possono leggere.",
    "too-long": "Un dato del modulo è troppo lungo.",
    "unknown-page": "La pagina non c’è più. Torna al sito e prova di nuovo.",
    "wrong-language": "La lingua non è quella della pagina. Ricarica la pagina e prova di nuovo.",
    "does-not-fit": "Due risposte non vanno d’accordo. Controllale e invia di nuovo.",
    "unknown-field": "Il modulo contiene un dato che non conosciamo. Ricarica la pagina e prova di nuovo.",
  },
  fields: {
    "rating.required": "Scegli un voto da 1 a 5 stelle.",
    "rating.invalid": "Il voto deve essere da 1 a 5 stelle.",
    "answer.invalid": "Scegli una delle risposte proposte.",
    "answer.does-not-fit": "La risposta non corrisponde al voto. Scegline una tra quelle proposte.",
    "comment.invalid": "Il commento deve essere un testo.",
    "comment.unreadable":
      "Il commento contiene caratteri che non si possono leggere. Cancellali e invia di nuovo.",
    "comment.too-long": `Il commento è troppo lungo: scrivi al massimo ${MAX_COMMENT_LENGTH} caratteri.`,
  },
};

/** A further language is a further entry. */
const languages: ReadonlyMap<string, FeedbackStrings> = new Map([["it", italian]]);

/** The words for a language, Italian when there are none. */
export function stringsFor(lang: string): FeedbackStrings {
  return languages.get(lang) ?? italian;
}

/** The sentence that tells a citizen what is wrong with a field. */
export function fieldMessage(strings: FeedbackStrings, { field, code }: FieldError): string {
  return (field && strings.fields[`${field}.${code}`]) ?? strings.codes[code];
}
