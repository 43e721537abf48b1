/** Files of arrays: .npy, .npz, raw bytes and text. */
@NullMarked
package io.arrayport.core.io;

import org.jspecify.annotations.NullMarked;
