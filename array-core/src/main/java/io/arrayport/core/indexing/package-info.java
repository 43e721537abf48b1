/** Coordinates: from positions of all elements to one for each axis, and back. */
@NullMarked
package io.arrayport.core.indexing;

import org.jspecify.annotations.NullMarked;
