import { sha256 } from '../model/hash.js';
import { releaseParts } from './index.js';
import type { FileDigest, Release, ReleaseFile } from './release.js';

/**
 * The files of a release, made one after another while they are asked for; asking again makes the same files again.
 * One file's text is in memory at a time.
 */
export function releaseFiles(release: Release): Iterable<ReleaseFile> {
  return {
    *[Symbol.iterator]() {
      const made: FileDigest[] = [];
      const encoder = new TextEncoder();
      for (const part of releaseParts) {
        const before = [...made];
        for (const file of part.files(release, before)) {
          const bytes = encoder.encode(file.text);
          made.push({
            path: file.path,
            bytes: bytes.length,
            sha256: sha256(bytes),
            ...(file.table ? { table: file.table } : {}),
          });
          yield file;
        }
      }
    },
  };
}
