/** A command to type, each word quoted for a shell where it must be. */
export function shellCommand(words: readonly string[]): string {
  return words.map((word) => (/^[\w./=:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}

/** A file as an argument: never taken for an option. */
export const asArgument = (file: string): string => (file.startsWith("-") ? `./${file}` : file);
