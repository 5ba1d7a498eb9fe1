import { withoutSymbolVersions } from '../../../tools/engines/elf';

/** The smallest file with one dynamic section: tags and values from offset 128 on. */
function library(...tags: readonly bigint[]): Buffer {
  const bytes = Buffer.alloc(128 + tags.length * 16);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(2, 64);
  bytes.writeBigUInt64LE(128n, 64 + 8);
  bytes.writeBigUInt64LE(BigInt(tags.length * 16), 64 + 32);
  tags.forEach((tag, index) => {
    bytes.writeBigUInt64LE(tag, 128 + index * 16);
    bytes.writeBigUInt64LE(99n, 128 + index * 16 + 8);
  });
  return bytes;
}

test('only the tables of versions are made unknown', () => {
  const given = library(5n, 0x6ffffff0n, 0x6ffffffen, 0x6fffffffn, 6n);
  expect(withoutSymbolVersions(given)).toEqual(
    library(5n, 0x60000f00n, 0x60000f00n, 0x60000f00n, 6n),
  );
});
