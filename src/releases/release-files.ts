import { hashStream } from '../model/hash.js';
import { releaseParts } from './index.js';
import { piecesOf, type FileDigest, type Release, type ReleaseFile } from './release.js';

/**
 * The files of a release, made one after another while they are asked for; asking again makes the same files again.
 * One piece of a file is in memory at a time. The files that follow name the length and digest of those before them:
 * one that was not read to its end before the next is asked for is read then.
 */
export function releaseFiles(release: Release): Iterable<ReleaseFile> {
  return {
    *[Symbol.iterator]() {
      const made: FileDigest[] = [];
      for (const part of releaseParts) {
        const before = [...made];
        for (const file of part.files(release, before)) {
          let digest: FileDigest | null = null;
          const content = digested(file, (own) => (digest = own));
          yield { ...file, content };
          if (digest === null) for (const piece of content) void piece;
          made.push(digest!);
        }
      }
    },
  };
}

/** The pieces of a file as bytes; `end` gets its digest each time that they were read to the end. */
function digested(file: ReleaseFile, end: (digest: FileDigest) => void): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  return {
    *[Symbol.iterator]() {
      const hash = hashStream();
      let length = 0;
      for (const piece of piecesOf(file.content)) {
        const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
        hash.update(bytes);
        length += bytes.length;
        yield bytes;
      }
      const { path, table } = file;
      end({ path, bytes: length, sha256: hash.digest(), ...(table ? { table } : {}) });
    },
  };
}
