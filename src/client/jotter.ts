/**
 * What was tapped and is on its way to the disk, which takes a moment: jotted down where writing
 * takes none. Whoever closes the tab, or reloads it, in that moment finds it here. Each entry has a
 * place of its own, by its id, so that several tabs do not overwrite one another.
 */
function nameOf(book: string, id: string): string {
  return `songxing:${book}:${id}`;
}

export function jotDown(book: string, id: string, entry: unknown): void {
  try {
    localStorage.setItem(nameOf(book, id), JSON.stringify(entry));
  } catch {
    // Full, or forbidden: it is kept a moment later all the same, or the page says that it is not.
  }
}

export function crossOut(book: string, id: string): void {
  try {
    localStorage.removeItem(nameOf(book, id));
  } catch {
    // Where nothing can be read nothing was written.
  }
}

/** Everything that stands in a book, by the order of its ids. What cannot be read is left alone. */
export function jotted<T>(book: string): T[] {
  const found: T[] = [];
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(book, '')));
    for (const name of names.sort()) found.push(JSON.parse(localStorage.getItem(name) ?? '') as T);
  } catch {
    // Forbidden, or another's.
  }
  return found;
}
