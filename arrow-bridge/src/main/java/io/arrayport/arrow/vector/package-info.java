/** arrow-java's vectors as columns, and columns as vectors, over the same memory. */
@NullMarked
package io.arrayport.arrow.vector;

import org.jspecify.annotations.NullMarked;
