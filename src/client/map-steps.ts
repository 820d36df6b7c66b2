/** The list of statements by date in the browser: which of them are shown, and what they say of which place. */
import type { Account, Said } from './map-figure.ts';

interface Statement {
  element: HTMLElement;
  account: string;
  holds: boolean;
  places: readonly string[];
}

interface Step {
  when: string;
  element: HTMLElement;
  statements: readonly Statement[];
}

/** What is to be shown: `step` empty stands for all dates. */
export interface Choice {
  account: string;
  all: boolean;
  step: string;
  only: boolean;
}

export class StepList {
  readonly #root: HTMLElement;
  readonly #steps: readonly Step[];
  /** Is the latest date the first in the document? */
  #isReversed = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#steps = [...root.querySelectorAll<HTMLElement>('[data-step]')].map((element) => ({
      element,
      when: element.dataset.step!,
      statements: [...element.querySelectorAll<HTMLElement>('[data-account]')].map((item) => ({
        element: item,
        account: item.dataset.account!,
        holds: item.dataset.holds !== undefined,
        places: item.dataset.places!.split(' '),
      })),
    }));
  }

  /** Dates that have a statement to show. */
  available(choice: Choice): string[] {
    return this.#steps.filter(({ statements }) => statements.some((statement) => isWanted(statement, choice))).map(({ when }) => when);
  }

  /** Shows the statements of a date, then those of earlier dates, the latest first; or those of all dates in their order. */
  show(choice: Choice): void {
    const chosen = this.#steps.findIndex(({ when }) => when === choice.step);
    this.#steps.forEach(({ element, statements }, i) => {
      const wanted = statements.filter((statement) => isWanted(statement, choice));
      for (const statement of statements) statement.element.hidden = !wanted.includes(statement);
      const isShown = chosen < 0 || i === chosen || (i < chosen && !choice.only);
      element.hidden = wanted.length === 0 || !isShown;
      element.classList.toggle('now', i === chosen);
    });
    if (this.#isReversed === chosen >= 0) return;
    this.#isReversed = chosen >= 0;
    const elements = this.#steps.map(({ element }) => element);
    this.#root.append(...(this.#isReversed ? elements.toReversed() : elements));
  }

  /** The statements of the date chosen. */
  now(choice: Choice): readonly Pick<Statement, 'account' | 'places'>[] {
    return this.#steps.find(({ when }) => when === choice.step)?.statements.filter((statement) => isWanted(statement, choice)) ?? [];
  }

  /** Who speaks of which place, at the date chosen and before. */
  said(choice: Choice, accounts: readonly Account[]): Map<string, Said> {
    const now = this.now(choice);
    const chosen = this.#steps.findIndex(({ when }) => when === choice.step);
    const before = choice.only
      ? []
      : this.#steps.slice(0, chosen).flatMap(({ statements }) => statements.filter((statement) => isWanted(statement, choice)));
    const speak = (statements: readonly Pick<Statement, 'account' | 'places'>[], place: string) =>
      accounts.filter(({ id }) => statements.some(({ account, places }) => account === id && places.includes(place)));
    const places = new Set([...now, ...before].flatMap((statement) => statement.places));
    return new Map(
      [...places].map((place) => {
        const current = speak(now, place);
        return [place, { now: current, before: speak(before, place).filter((account) => !current.includes(account)) }];
      }),
    );
  }
}

function isWanted({ account, holds }: Statement, choice: Choice): boolean {
  return (choice.account === '' || account === choice.account) && (choice.all || holds);
}
