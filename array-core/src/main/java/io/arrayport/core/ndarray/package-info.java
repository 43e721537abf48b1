/** The array: element type, layout and storage put together. */
@NullMarked
package io.arrayport.core.ndarray;

import org.jspecify.annotations.NullMarked;
