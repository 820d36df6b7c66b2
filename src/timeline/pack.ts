/** Puts boxes beneath each other so that none lies upon another. */

/** What something takes up, pixels. */
export interface Box {
  left: number;
  right: number;
  height: number;
}

/** Where a box stands: which of its forms was taken, and how far from the top, pixels. */
export interface Packed {
  form: number;
  top: number;
}

/**
 * Places things that each have one or more forms. In the order given, each takes the highest place where it touches none
 * of those before it, in the form that lets it stand highest.
 */
export function pack(things: readonly (readonly Box[])[]): Packed[] {
  const placed: (Box & { top: number })[] = [];
  return things.map((forms) => {
    const tops = forms.map((form) => highest(form, placed));
    const top = Math.min(...tops);
    const form = tops.indexOf(top);
    placed.push({ ...forms[form]!, top });
    return { form, top };
  });
}

function highest({ left, right, height }: Box, placed: readonly (Box & { top: number })[]): number {
  const beside = placed.filter((other) => other.left < right && left < other.right).sort((a, b) => a.top - b.top);
  let top = 0;
  for (const other of beside) {
    if (other.top >= top + height) break;
    top = Math.max(top, other.top + other.height);
  }
  return top;
}
