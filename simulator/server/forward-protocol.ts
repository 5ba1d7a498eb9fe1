/**
 * How the page asks the simulator's server to send a request on. The real URL and headers travel in
 * headers, the real status and headers come back in headers: nothing of them is touched on the way.
 */
export const FORWARD_PATH = '/__wx/request';
/** The request's own URL. */
export const TARGET_HEADER = 'x-wx-target';
/** Base64 of the JSON of [[name, value], …], in both directions. */
export const HEADERS_HEADER = 'x-wx-headers';
/** The answer's own status. */
export const STATUS_HEADER = 'x-wx-status';
/** Present when the target is not on the list of allowed servers. */
export const REFUSED_HEADER = 'x-wx-refused';
