import { rule, WORD_END, WORD_START } from "../../shared/redaction/rule.ts";
import type { Rule } from "../../shared/redaction/rule.ts";
import { after } from "./context.ts";

const NAME = "[\\w+%'-]{1,64}";
const WRITTEN_DOT = " ?[([{<] ?(?:dot|punto|\\.) ?[)\\]}>] ?| +(?:dot|punto) +";
const DOT = `(?: ?[.,] ?|${WRITTEN_DOT})`;
/** After an "at" that may be the English word, a space or a comma ends the phrase. */
const CLOSE_DOT = `(?:\\.|${WRITTEN_DOT})`;
const COMMON_TOP_LEVEL = "(?:it|com|net|org|eu|info)(?![a-z])";
const MAIL_SERVICES =
  "gmail|libero|hotmail|outlook|yahoo|icloud|virgilio|alice|tiscali|live|tin|proton(?:mail)?|pec";
const QUOTED = '["“][^"“”@]{1,64}["”]';
const AT = "(?:[_*-]at[_*-]| ?@ ?| ?\\(a\\) ?|[_*]chiocciola[_*])";

const PROFILE_SITE =
  "(?:(?:facebook|instagram|tiktok|linkedin|twitter|x|snapchat|vk)\\.com|threads\\.net|(?:t|wa|fb|m|telegram)\\.me)";
const PROFILE_WORDS =
  "(?:insta(?:gram)?|ig|facebook|fb|messenger|tik ?tok|telegram|skype|snapchat|linkedin|twitter|profilo|nick(?:name)?)(?![a-z])";
const NOT_A_SITE = `(?!\\S*\\.(?:it|com|org|net|eu)${WORD_END})`;

/** What every e-mail address has. It spares most comments the search of the rules below. */
export const MAIL_SIGN = /@|chiocciol|[ _*-]at[ _*-]|\(a\)/i;

export const MAIL_RULES: readonly Rule[] = [
  rule("[mail]", "", `${QUOTED} ?@ ?[^ @]{1,64}[a-z]`),
  rule(
    "[mail]",
    "",
    `${NAME}(?:${CLOSE_DOT}${NAME})* at ${NAME}(?:${CLOSE_DOT}${NAME})*?${CLOSE_DOT}${COMMON_TOP_LEVEL}`,
  ),
  rule("[mail]", "", `${NAME}(?:${DOT}${NAME})*${AT}${NAME}(?:${DOT}${NAME})*?${DOT}${COMMON_TOP_LEVEL}`),
  rule(
    "[mail]",
    "",
    `${NAME}(?:(?:${DOT}| +(?:trattino|underscore) +)${NAME})*(?: ?@ ?| *chiocciol[a-z]+ *)(?:${MAIL_SERVICES})(?:${DOT}${COMMON_TOP_LEVEL})?${WORD_END}`,
  ),
];

/** Pages and names of people on social networks. */
export const PROFILE_RULES: readonly Rule[] = [
  rule("[nick]", WORD_START, `(?:https?://)?(?:[a-z]{1,4}\\.)?${PROFILE_SITE}/[^ ,;()]*[a-z0-9_]`),
  // Letters alone after an @ are more often an office's name, or no name at all.
  rule("[nick]", "^|[^\\w.@/]", "@(?=[a-z]*[\\d._])[\\w.]{4,30}\\w"),
  rule(
    "[nick]",
    after(PROFILE_WORDS),
    `${NOT_A_SITE}(?:@|(?=[a-z-]*(?:[\\d_]|[.:]\\w))[a-z])[\\w.:-]{4,30}\\w`,
  ),
];
