import type { ReleaseDataset } from './dataset.js';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * The newest day that the dataset itself names (labels, retrieval and publication of documents), YYYY-MM-DD; null when
 * it names none. A release has no clock: without a given date this is its date.
 */
export function newestDate({ labels, documents }: Pick<ReleaseDataset, 'labels' | 'documents'>): string | null {
  let newest: string | null = null;
  const see = (date: string | null): void => {
    const day = date === null ? null : (DAY.exec(date)?.[0] ?? null);
    if (day !== null && (newest === null || day > newest)) newest = day;
  };
  for (const label of labels) see(label.created_at);
  for (const document of documents) {
    see(document.retrieved_at);
    see(document.date);
  }
  return newest;
}
