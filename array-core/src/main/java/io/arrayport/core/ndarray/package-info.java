/** The array: element type, layout and storage put together; indexing and printing. */
@NullMarked
package io.arrayport.core.ndarray;

import org.jspecify.annotations.NullMarked;
