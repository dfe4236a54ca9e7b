/** The parts of these pages in which something is typed that nobody has kept yet. */
const unsaved = new Set<string>();

/** Says whether `part` (a form's name) has something that would be lost with the page. */
export function markUnsaved(part: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(part);
  else unsaved.delete(part);
}

export const isAnythingUnsaved = (): boolean => unsaved.size > 0;

window.addEventListener('beforeunload', (event) => {
  if (isAnythingUnsaved()) event.preventDefault();
});
