/** The parts of Citation.js that this project uses; the packages ship no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(item: object);
    format(name: 'bibtex' | 'ris' | 'data'): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
