/** What a preview shows, as the build writes it and the browser reads it. */

/** The account that something belongs to. */
export interface Mark {
  /** Its letter, and the class of the hue that goes with it. */
  siglum: string;
  hue: string;
}

export interface Preview {
  /** What it is a preview of: "Group: armed group", "Claim: casualties, alleged". */
  kind: string;
  /** The account that it belongs to, and where in the document: "¶4 s2". */
  mark?: Mark & { at: string };
  /** A name or a title; a claim and a note have none. */
  title?: string;
  /** The name in other languages. */
  names?: readonly { text: string; lang: string; rtl: boolean }[];
  text: string;
  /** What else must be known so as not to take it for something else. */
  remark?: string;
  /** Pairs of a label and what stands beside it. */
  facts?: readonly (readonly [label: string, words: string])[];
  /** What each account has of it. */
  accounts?: readonly (Mark & { words: string })[];
  /** Pairs of words and an address from the site's root. */
  links: readonly (readonly [words: string, address: string])[];
}

/** Previews by key: a record's id, or a locator as files write it. */
export type Chunk = Record<string, Preview>;

/** Names of the files that hold previews, each small enough to be loaded for one of them. */
export const chunkOf = {
  /** Entities are filed under the first two letters of their id, the article al- left aside. */
  entity: (id: string) => `entities-${id.replace(/^al-/, '').slice(0, 2)}`,
  /** The claims and editorial notes of an account. */
  account: (article: string) => `account-${article}`,
  /** The blocks and sentences of a document. */
  source: (id: string) => `source-${id}`,
  questions: 'questions',
};
