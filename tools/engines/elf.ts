/** Where the program headers stand in a 64-bit ELF file, and how many there are. */
const HEADERS_AT = 32;
const HEADER_COUNT_AT = 56;
const HEADER_SIZE = 56;
const DYNAMIC = 2;

/** Tags of the dynamic section that name versions of symbols (VERSYM, VERNEED, VERNEEDNUM). */
const VERSION_TAGS = new Set([0x6ffffff0n, 0x6ffffffen, 0x6fffffffn]);
/** A tag that no loader knows, and therefore passes over. */
const UNKNOWN_TAG = 0x60000f00n;

/**
 * A shared library of Android that glibc's loader takes: its symbols ask for versions of bionic's
 * (`LIBC`), which glibc does not have, so the tables of versions are made unknown.
 */
export function withoutSymbolVersions(library: Uint8Array): Buffer {
  const bytes = Buffer.from(library);
  const headers = Number(bytes.readBigUInt64LE(HEADERS_AT));
  for (let index = 0; index < bytes.readUInt16LE(HEADER_COUNT_AT); index += 1) {
    const header = headers + index * HEADER_SIZE;
    if (bytes.readUInt32LE(header) !== DYNAMIC) continue;
    const start = Number(bytes.readBigUInt64LE(header + 8));
    const size = Number(bytes.readBigUInt64LE(header + 32));
    for (let entry = start; entry < start + size; entry += 16) {
      if (VERSION_TAGS.has(bytes.readBigUInt64LE(entry)))
        bytes.writeBigUInt64LE(UNKNOWN_TAG, entry);
    }
  }
  return bytes;
}
