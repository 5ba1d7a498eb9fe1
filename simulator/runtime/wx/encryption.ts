/**
 * The phone's key for encrypted storage. The browser keeps it, in IndexedDB and not to be read out, so
 * that what stands in localStorage is really cipher text, over reloads too.
 */

const DATABASE = 'phone';
const STORE = 'keys';
const NAME = 'storage';
const IV_BYTES = 12;

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
  });

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return request(opening);
}

async function loadKey(): Promise<CryptoKey> {
  const database = await openDatabase();
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE);
  const known = (await request(store('readonly').get(NAME))) as CryptoKey | undefined;
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await request(store('readwrite').put(made, NAME));
  return made;
}

let key: Promise<CryptoKey> | null = null;

function phoneKey(): Promise<CryptoKey> {
  key ??= loadKey();
  return key;
}

/** Base64 of the IV and the cipher text. Only where the browser has WebCrypto: https or this computer. */
export async function encrypt(text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = new TextEncoder().encode(text);
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await phoneKey(), data);
  return btoa(String.fromCharCode(...iv, ...new Uint8Array(cipher)));
}

/** @throws when the text was not made by `encrypt` on this phone */
export async function decrypt(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const iv = bytes.slice(0, IV_BYTES);
  const data = bytes.slice(IV_BYTES);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await phoneKey(), data);
  return new TextDecoder().decode(plain);
}
