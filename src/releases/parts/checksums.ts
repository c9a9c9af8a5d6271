import { compareText } from '../../model/findings.js';
import type { ReleasePart } from '../release.js';

/** Name of the file of checksums; the SHA-256 of this file stands for the whole release. */
export const CHECKSUMS = 'SHA256SUMS';

/** SHA256SUMS: every file made before it, in the form that `sha256sum -c` reads. */
export const checksums: ReleasePart = {
  name: 'checksums',
  *files(_release, made) {
    const sorted = [...made].sort((a, b) => compareText(a.path, b.path));
    yield { path: CHECKSUMS, content: sorted.map((file) => `${file.sha256}  ${file.path}\n`).join('') };
  },
};
