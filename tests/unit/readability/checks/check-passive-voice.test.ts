import { test } from "vitest";
import { checkPassiveVoice } from "../../../../src/readability/checks/check-passive-voice.ts";
import { expectFound } from "../read-body.ts";

test("a form of essere or venire with a past participle is passive", () => {
  expectFound(checkPassiveVoice, {
    "La domanda è valutata dall'ufficio.": ["è valutata"],
    "I dati vengono salvati.": ["vengono salvati"],
    "Il modulo può essere scritto a mano.": ["essere scritto"],
    "Le regole saranno decise domani.": ["saranno decise"],
    "Verrà richiesta la carta.": ["Verrà richiesta"],
  });
});

test("adverbs and stato may stand between", () => {
  expectFound(checkPassiveVoice, {
    "La domanda non è ancora stata letta.": ["è ancora stata letta"],
    "Ti è stato concesso un aiuto.": ["è stato concesso"],
  });
});

test("verbs that take essere in the active are not passive", () => {
  expectFound(checkPassiveVoice, {
    "Sono arrivata in Italia ieri.": [],
    "Il permesso è scaduto.": [],
    "È nato un bambino.": [],
    "Le regole sono cambiate.": [],
    "Non sono mai venuti.": [],
  });
});

test("states, nouns and other words with such an ending are not passive", () => {
  expectFound(checkPassiveVoice, {
    "Sei malato o disoccupato?": [],
    "La linea è aperta.": [],
    "È subito estate.": [],
    "Il servizio è gratuito.": [],
    "È un aiuto per tutti.": [],
  });
});

test("reflexive verbs and c'è are not passive, the same with «ti è» is", () => {
  expectFound(checkPassiveVoice, {
    "Si è abituato in fretta.": [],
    "Ti sei informata?": [],
    "Qui non c'è scritto.": [],
    "Ti è richiesta una carta.": ["è richiesta"],
  });
});

test("a quotation is not judged", () => {
  expectFound(checkPassiveVoice, { "La scritta dice «La domanda è valutata».": [] });
});
