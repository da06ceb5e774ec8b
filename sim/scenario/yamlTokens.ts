import { Lexer, Parser, type CST } from "yaml";
import type { Complaints } from "./complaints.ts";
import { count, limits } from "./limits.ts";

// The format itself needs 8 levels. The library composes nodes recursively, and near the end of the stack a regular
// expression can end the whole process instead of throwing, so depth is counted while the tokens come in.
const deepest = 64;
// After so many slips the rest is not worth reading: each would be looked at, and that takes the library long.
const mostSlips = 1000;
// Lists end at `limits.types` entries; this only keeps absurd ones from being composed at all.
const longestTokenList = 10 * limits.types;

/** The tokens of one YAML document, or null (after a complaint) for a file that is out of all proportion. */
export function readTokens(text: string, complaints: Complaints): CST.Token[] | null {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let [documents, slips, before] = [0, 0, ""];

  const take = (token: CST.Token): void => {
    if (token.type === "document" && ++documents > 1) {
      complaints.add(token.offset, [], "a second document starts here (---): one file holds one scenario");
    } else if (token.type === "directive") {
      complaints.add(token.offset, [], "a line that starts with % is a YAML directive; scenario files have none");
    } else {
      tokens.push(token);
    }
    if (token.type === "error" || token.type === "directive") slips++;
  };
  const refused = (why: string): null => {
    complaints.add(parser.offset - 1, [], why);
    return null;
  };

  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) take(token);
    if (documents > 1) return tokens;
    // A comma with nothing before it, or one tag or anchor after another.
    if ((lexeme === "," && /^[,[{]/.test(before)) || (/^[!&]/.test(lexeme) && lexeme.charAt(0) === before.charAt(0))) slips++;
    if (lexeme.trim() !== "") before = lexeme;
    if (slips > mostSlips) return refused(`more than ${count(mostSlips)} signs up to here mean nothing: this is no scenario`);
    if (parser.stack.length > deepest) return refused(`brackets or indentation are nested more than ${deepest} deep`);
    const top = parser.stack.at(-1);
    if (top !== undefined && "items" in top && top.items.length > longestTokenList) {
      return refused(`a list or mapping has more than ${count(longestTokenList)} entries; at most ${count(limits.types)}`);
    }
  }
  for (const token of parser.end()) take(token);
  return tokens;
}
