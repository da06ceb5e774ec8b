import { trusted, type Html } from "../../reports/page.ts";

/** What the reports have written: markup whose every value has been escaped by `html`, never text of our own or of the user's. */
export function Markup({ of, class: name }: { readonly of: Html; readonly class?: string | undefined }) {
  return <div class={name} dangerouslySetInnerHTML={{ __html: of.text }} />;
}

/** Without Plot's names of marks: to those who hear the page a group without a role must not have a name, and the picture has its own. */
export const withoutMarkNames = ({ text }: Html): Html => trusted(text.replace(/<g aria-label="[^"<>]*"/g, "<g"));
