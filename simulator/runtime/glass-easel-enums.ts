import * as glassEasel from 'glass-easel';

/**
 * glass-easel declares its enums `const`, which cannot be used from files compiled one by one; at
 * run time they are plain objects.
 */
interface Enums {
  readonly BackendMode: { readonly Composed: glassEasel.BackendMode.Composed };
  readonly StyleSegmentIndex: { readonly TEMP_EXTRA: glassEasel.StyleSegmentIndex };
}

const enums = glassEasel as unknown as Enums;

/** A backend that is told of every node of the composed tree. */
export const COMPOSED = enums.BackendMode.Composed;
/** The segment for classes that come and go. */
export const TEMPORARY_CLASSES = enums.StyleSegmentIndex.TEMP_EXTRA;
