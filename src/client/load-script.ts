/** Loads a classic script, the one thing that a page opened from disk may load. Rejects where it is missing. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = () => {
      resolve();
    };
    element.onerror = () => {
      reject(new Error(`missing: ${address}`));
    };
    document.head.append(element);
  });
}
